import Model
import TestSupport
import Testing

@testable import Scoring

@Suite struct DatedEntryTests {
    private func entry(_ index: Int, _ clock: String, _ content: DiaryContent) -> DiaryEntry {
        DiaryEntry(time: PlanScene.at(index, clock), content: content)
    }

    private func all(
        _ entries: [DiaryEntry],
        home: HomeZones = HomeZones(.utc),
        until now: Instant = PlanScene.at(99, "00:00")
    ) -> [DatedEntry] {
        DatedEntry.all(of: entries, home: home, until: now)
    }

    @Test func `entries are put in order, and the same line twice is one entry`() {
        let entries = [
            entry(1, "08:00", .pain(3)), entry(0, "08:00", .pain(4)), entry(1, "08:00", .pain(3)),
            entry(1, "08:00", .moves(3)),
        ]
        #expect(
            all(entries).map(\.entry.content) == [.pain(4), .moves(3), .pain(3)]
        )
    }

    @Test func `an entry later than now waits`() {
        let entries = [entry(0, "12:00", .pain(1)), entry(0, "12:00:01", .pain(2))]
        let taken = all(entries, until: PlanScene.at(0, "12:00"))
        #expect(taken.map(\.entry.content) == [.pain(1)])
    }

    @Test func `the day is the date at home`() {
        let entries = [
            entry(0, "22:59", .pain(1)), entry(0, "23:00", .pain(2)), entry(1, "22:59", .pain(3)),
        ]
        let dates = all(entries, home: HomeZones(.named("Europe/Oslo"))).map(\.date)
        #expect(dates == [0, 1, 1].map(PlanScene.date))
    }

    @Test func `days of a list by date are found from both sides`() {
        var random = SeededGenerator(seed: 17)
        for _ in 0..<100 {
            let dated = all(
                (0..<Int.random(in: 0...20, using: &random)).map { number in
                    entry(Int.random(in: 0...9, using: &random), "08:00", .moves(number + 1))
                }
            )
            let first = PlanScene.date(Int.random(in: -2...10, using: &random))
            let last = first.advanced(by: Int.random(in: 0...5, using: &random))
            #expect(
                Array(dated.dated(first...last))
                    == dated.filter { (first...last).contains($0.date) }
            )
            #expect(dated.last(through: first) == dated.last { $0.date <= first })
        }
    }
}
