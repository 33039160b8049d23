import Model
import Scoring

/// Days with little on them, for tests.
enum DayExamples {
    static let oslo = "Europe/Oslo"

    static func date(_ text: String) -> CivilDay {
        CivilDay(iso: text) ?? CivilDay(daysSinceEpoch: 0)
    }

    /// A recorded day with so many walked milliseconds; nothing for a day without data.
    static func day(_ date: CivilDay, walked: Int64?, walks: [Walk] = []) -> Day {
        guard let walked else { return Day(date: date, zoneName: "UTC") }
        let noon = Int64(date.daysSinceEpoch) * 86_400_000 + 43_200_000
        return Day(
            date: date,
            zoneName: "UTC",
            coverage: .recorded,
            coveredMinutes: 1440,
            steps: Steps(walked / 600),
            stepping: Estimate(
                low: Milliseconds(walked),
                central: Milliseconds(walked),
                high: Milliseconds(walked)
            ),
            walks: walks,
            lastRecord: LastRecord(time: Instant(milliseconds: noon), source: "watch")
        )
    }

    /// Days in a row, in whole minutes.
    static func days(from first: CivilDay, minutes: [Int64?]) -> [Day] {
        minutes.enumerated().map { index, minutes in
            day(first.advanced(by: index), walked: minutes.map { $0 * 60_000 })
        }
    }

    /// A walk with this doubled cadence.
    static func walk(
        doubledCadence: Int32?,
        kind: WalkKind = .walk,
        quality: WalkQuality = .measured
    ) -> Walk {
        Walk(
            start: Instant(seconds: 0),
            end: Instant(seconds: 600),
            active: .minutes(10),
            doubledCadence: doubledCadence,
            kind: kind,
            quality: quality
        )
    }
}

extension Scoreboard {
    /// Scores at noon of a day.
    func scored(
        _ days: [Day],
        in range: ClosedRange<CivilDay>,
        today: CivilDay,
        earlier: LastRecord? = nil
    ) -> [ScoredDay] {
        scored(
            days,
            in: range,
            now: Instant(milliseconds: Int64(today.daysSinceEpoch) * 86_400_000 + 43_200_000),
            earlier: earlier
        )
    }
}
