import Model
import TestSupport
import Testing

@testable import Devices

@Suite("The dates of a pedometer's days")
struct PedometerCalendarTests {
    private func day(_ text: String) -> CivilDay {
        CivilDay(iso: text) ?? CivilDay(daysSinceEpoch: 0)
    }

    private func calendar(
        _ sequences: [UInt8],
        _ today: String,
        _ remembered: [UInt8: String] = [:]
    ) -> PedometerCalendar {
        PedometerCalendar(
            sequences: sequences,
            today: day(today),
            remembered: remembered.mapValues(day)
        )
    }

    private func dates(_ calendar: PedometerCalendar) -> [String] {
        calendar.dates.map(\.description)
    }

    @Test("At the first reading the newest day is today")
    func first() {
        let calendar = calendar([12, 11, 10], "2026-03-01")
        #expect(dates(calendar) == ["2026-03-01", "2026-02-28", "2026-02-27"])
        #expect(
            calendar.remembered == [
                12: day("2026-03-01"), 11: day("2026-02-28"), 10: day("2026-02-27"),
            ]
        )
        #expect(calendar.sentences.isEmpty)
    }

    @Test("The numbers go on from 255 to 0")
    func wrap() {
        let calendar = calendar([1, 0, 255, 254], "2026-03-04")
        #expect(dates(calendar) == ["2026-03-04", "2026-03-03", "2026-03-02", "2026-03-01"])
        #expect(calendar.sentences.isEmpty)
    }

    @Test("A later reading agrees with what is remembered")
    func later() {
        let calendar = calendar([14, 13, 12], "2026-03-03", [12: "2026-03-01", 11: "2026-02-28"])
        #expect(dates(calendar) == ["2026-03-03", "2026-03-02", "2026-03-01"])
        #expect(calendar.sentences.isEmpty)
    }

    @Test("Just before the computer's midnight a device that is ahead moves no day")
    func deviceAhead() {
        // Read at 23:58 on 3 March: the device has begun its 4 March already, number 14. Its number 13
        // was read as 3 March in the afternoon.
        let before = calendar([14, 13, 12], "2026-03-03", [13: "2026-03-03", 12: "2026-03-02"])
        #expect(dates(before) == ["2026-03-04", "2026-03-03", "2026-03-02"])
        #expect(before.sentences.isEmpty)
        let after = PedometerCalendar(
            sequences: [15, 14, 13],
            today: day("2026-03-05"),
            remembered: before.remembered
        )
        #expect(dates(after) == ["2026-03-05", "2026-03-04", "2026-03-03"])
    }

    @Test("Just after the computer's midnight a device that is behind moves no day")
    func deviceBehind() {
        // Read at 00:02 on 4 March: the device still counts its 3 March, number 13.
        let calendar = calendar(
            [13, 12, 11],
            "2026-03-04",
            [13: "2026-03-03", 12: "2026-03-02"]
        )
        #expect(dates(calendar) == ["2026-03-03", "2026-03-02", "2026-03-01"])
        #expect(calendar.sentences.isEmpty)
    }

    @Test("A first reading at the wrong side of midnight heals with the days that follow")
    func heals() {
        // Number 12 was taken for 2 March and was 1 March: it keeps its date, the next are right.
        let calendar = calendar([15, 14, 13, 12], "2026-03-04", [12: "2026-03-02"])
        #expect(dates(calendar) == ["2026-03-05", "2026-03-04", "2026-03-03", "2026-03-02"])
        let next = PedometerCalendar(
            sequences: [17, 16],
            today: day("2026-03-06"),
            remembered: calendar.remembered
        )
        #expect(dates(next) == ["2026-03-06", "2026-03-05"])
    }

    @Test("A clock that was set is told, and today's counting holds")
    func clockSet() {
        let calendar = calendar([14, 13, 12], "2026-03-03", [13: "2025-01-01", 12: "2024-12-31"])
        #expect(dates(calendar) == ["2026-03-03", "2026-03-02", "2026-03-01"])
        #expect(calendar.sentences.count == 1)
        #expect(calendar.sentences[0].contains("2025-01-01"))
        #expect(calendar.sentences[0].contains("2026-03-02"))
        #expect(calendar.remembered[13] == day("2026-03-02"))
        // Two days are too many, one is not.
        #expect(
            self.calendar([14], "2026-03-03", [14: "2026-03-01"]).sentences.count == 1
        )
        #expect(
            self.calendar([14], "2026-03-03", [14: "2026-03-05"]).sentences.count == 1
        )
    }

    @Test("Numbers remembered from an earlier round of 256 days mean nothing")
    func earlierRound() {
        // 2025-06-18 is 256 days before 2026-03-01.
        for old in ["2025-06-17", "2025-06-18", "2025-06-19", "2024-10-05"] {
            let calendar = calendar([14, 13, 12], "2026-03-03", [12: old])
            #expect(dates(calendar) == ["2026-03-03", "2026-03-02", "2026-03-01"])
            #expect(calendar.sentences.isEmpty, "\(old)")
        }
    }

    @Test("A gap in the numbers dates the days before by their numbers")
    func gap() {
        let calendar = calendar([14, 11, 10, 8], "2026-03-14", [10: "2026-03-10"])
        #expect(dates(calendar) == ["2026-03-14", "2026-03-11", "2026-03-10", "2026-03-08"])
        #expect(calendar.sentences.count == 2)
        #expect(calendar.sentences[0].contains("no record of 2 days between its days 11 and 14"))
        #expect(calendar.sentences[1].contains("no record of 1 day between its days 8 and 10"))
    }

    @Test("Numbers that do not count up are told, and the places count")
    func rubbish() {
        for sequences: [UInt8] in [[5, 5, 5], [5, 6, 7], [5, 100, 4]] {
            let calendar = calendar(sequences, "2026-03-03", [5: "2026-02-01"])
            #expect(dates(calendar) == ["2026-03-03", "2026-03-02", "2026-03-01"])
            #expect(calendar.sentences.count == 1)
            #expect(calendar.remembered[5] == day("2026-03-03"))
        }
    }

    @Test("A device without days forgets nothing")
    func empty() {
        let calendar = calendar([], "2026-03-03", [12: "2026-03-01"])
        #expect(calendar.dates.isEmpty)
        #expect(calendar.remembered == [12: day("2026-03-01")])
        #expect(calendar.sentences.isEmpty)
    }

    @Test("No two days ever get one date, whatever is remembered")
    func distinct() {
        for seed: UInt64 in 1...2000 {
            var generator = SeededGenerator(seed: seed)
            let count = Int.random(in: 1...42, using: &generator)
            var sequence = UInt8.random(in: 0...255, using: &generator)
            let sequences = (0..<count).map { _ in
                defer { sequence &-= UInt8.random(in: 1...8, using: &generator) == 1 ? 2 : 1 }
                return sequence
            }
            let today = CivilDay(daysSinceEpoch: 20_000)
            var remembered: [UInt8: CivilDay] = [:]
            for (shift, sequence) in sequences.enumerated()
            where Bool.random(using: &generator) {
                let error = Int.random(in: -1...1, using: &generator)
                remembered[sequence] = today.advanced(by: error - shift)
            }
            let calendar = PedometerCalendar(
                sequences: sequences,
                today: today,
                remembered: remembered
            )
            #expect(calendar.dates.count == count)
            #expect(zip(calendar.dates, calendar.dates.dropFirst()).allSatisfy { $0 > $1 })
        }
    }
}
