import Model
import Scoring
import TestSupport

/// The day that COMMANDS.md §5 shows, and variations of it.
enum Example {
    static let home = HomeZones(.named("Europe/Oslo"))
    static let date = CivilDay(iso: "2026-11-21") ?? CivilDay(daysSinceEpoch: 0)
    static let last = LastRecord(time: at("21:10:00.000"), source: "watch")

    /// An instant of the day, by the clock of UTC, one hour behind Oslo's.
    static func at(_ clock: String, dayShift: Int = 0) -> Instant {
        let parts = clock.split(whereSeparator: { $0 == ":" || $0 == "." }).compactMap {
            Int64($0)
        }
        let seconds = parts[0] * 3600 + parts[1] * 60 + parts[2]
        return Instant(
            milliseconds: (Int64(date.daysSinceEpoch) + Int64(dayShift)) * 86_400_000
                + seconds * 1000 + parts[3]
        )
    }

    static let morningWalk = Walk(
        start: at("06:02:03.530"),
        end: at("06:23:57.352"),
        active: Milliseconds(1_253_822),
        pause: Milliseconds(60_000),
        steps: Steps(2210),
        doubledCadence: 212,
        distance: Metres(millimetres: 1_530_000),
        climb: Metres(millimetres: 12_000),
        sources: ["watch"]
    )
    static let eveningWalk = Walk(
        start: at("16:40:11.000"),
        end: at("16:51:20.000"),
        active: Milliseconds(669_000),
        pause: .zero,
        steps: Steps(1150),
        doubledCadence: 206,
        sources: ["watch"]
    )
    static let estimatedWalk = Walk(
        start: at("08:00:00.000"),
        end: at("08:30:00.000"),
        active: Milliseconds(600_000),
        activeBounds: Milliseconds(428_571)...Milliseconds(1_000_000),
        steps: Steps(1000),
        quality: .estimated,
        sources: ["scale"]
    )

    static var day: Day {
        Day(
            date: date,
            zoneName: "Europe/Oslo",
            coverage: .recorded,
            coveredMinutes: 900,
            steps: Steps(7214),
            stepping: Estimate(
                low: Milliseconds(3_090_000),
                central: Milliseconds(3_858_000),
                high: Milliseconds(5_280_000)
            ),
            walks: [morningWalk, eveningWalk],
            lastRecord: last
        )
    }

    static let average = AverageWalking(total: Milliseconds(23_796_000), daysWithData: 6)

    static let plan = PlanDay(
        mode: .level,
        pace: .metDays,
        level: "3",
        dayOfLevel: 3,
        levelDays: 3,
        targets: [PlanTarget(minutes: 20, isMet: true), PlanTarget(minutes: 10, isMet: true)],
        result: .met,
        time: .minutes(30),
        percent: 100
    )
    static let pain = PainDay(usual: 3, lowest: 2, highest: 4, entries: 3)

    /// The day with all that may be known of it.
    static let full = scored(day, plan: plan, pain: pain, advice: [.levelUp])

    static func scored(
        _ day: Day,
        goal: Int = 90,
        plan: PlanDay = PlanDay(mode: .none),
        pain: PainDay = PainDay(),
        advice: [Advice] = [],
        isRunning: Bool = false,
        lastData: LastRecord? = nil,
        average: AverageWalking = average
    ) -> ScoredDay {
        ScoredDay(
            day: day,
            finding: Finding(
                goalMinutes: goal,
                percent: day.stepping.map { $0.central.count / (Int64(goal) * 600) },
                average: average
            ),
            plan: plan,
            pain: pain,
            advice: advice,
            isRunning: isRunning,
            lastData: lastData
        )
    }

    /// The day after, on which nothing was recorded.
    static func silent(
        _ shift: Int = 1,
        advice: [Advice] = [],
        isRunning: Bool = false
    ) -> ScoredDay {
        scored(
            Day(date: date.advanced(by: shift), zoneName: "Europe/Oslo"),
            advice: advice,
            isRunning: isRunning,
            lastData: last
        )
    }
}
