import Model
import Scoring
import Testing

@testable import Summary

@Suite struct TellingPlanTests {
    private let plan = TellingPlan(person: "me", home: Example.home)
    private let tomorrow = Example.date.advanced(by: 1)

    private func told(
        _ scored: ScoredDay,
        revision: Int = 1,
        isWritten: Bool = true
    ) -> [CivilDay: ToldDay] {
        let text = SummaryLine.text(for: scored, home: Example.home)
        return [
            scored.day.date: ToldDay(
                date: scored.day.date,
                text: text,
                revision: revision,
                isWritten: isWritten
            )
        ]
    }

    @Test func `an ended day with data is told once`() {
        let lines = plan.lines([Example.full], told: [:], today: tomorrow)
        #expect(lines.map(\.revision) == [1])
        #expect(lines.map(\.line) == [SummaryLine.text(for: Example.full, home: Example.home)])
        #expect(plan.lines([Example.full], told: told(Example.full), today: tomorrow).isEmpty)
    }

    @Test func `today and later days are never told`() {
        #expect(plan.lines([Example.full], told: [:], today: Example.date).isEmpty)
        #expect(
            plan.lines([Example.full], told: [:], today: Example.date.advanced(by: -1)).isEmpty
        )
    }

    @Test func `late data make a revision, and the next ones count on`() {
        let before = Example.scored(Example.day)
        var day = Example.day
        day.walks.removeLast()
        let after = Example.scored(day)
        for revision in [1, 7] {
            let lines = plan.lines(
                [after],
                told: told(before, revision: revision),
                today: tomorrow
            )
            #expect(lines.map(\.revision) == [revision + 1])
            #expect(lines[0].line.hasSuffix(" · revised (\(revision + 1))"))
            #expect(!lines[0].text.contains("revised"))
        }
    }

    @Test func `a day without data is told once, and only after data`() {
        let silent = Example.silent()
        let later = Example.date.advanced(by: 5)
        #expect(plan.lines([silent], told: [:], today: later).count == 1)
        let first = Example.scored(silent.day)
        #expect(plan.lines([first], told: [:], today: later).isEmpty)
        // Late data of the day before moves the last record; that is no news of this day.
        let moved = Example.scored(
            silent.day,
            lastData: LastRecord(time: Example.at("22:00:00.000"), source: "phone")
        )
        #expect(plan.lines([moved], told: told(silent), today: later).isEmpty)
    }

    @Test func `data that come for a silent day revise its line`() {
        let silent = Example.scored(
            Day(date: Example.date, zoneName: "Europe/Oslo"),
            lastData: Example.last
        )
        let lines = plan.lines([Example.full], told: told(silent), today: tomorrow)
        #expect(lines.map(\.revision) == [2])
    }

    @Test func `another goal revises no day`() {
        let own = Example.scored(Example.day, goal: 60)
        #expect(
            plan.lines([own], told: told(Example.scored(Example.day)), today: tomorrow).isEmpty
        )
    }

    @Test func `a pending line is told as it was noted and looked for first`() {
        let lines = plan.lines(
            [Example.full],
            told: told(Example.full, revision: 3, isWritten: false),
            today: tomorrow
        )
        #expect(lines.map(\.revision) == [3])
        #expect(lines.map(\.mayBeWritten) == [true])
    }

    @Test func `a pending line that was never seen is replaced under its own revision`() {
        let pending = told(Example.scored(Example.day), revision: 2, isWritten: false)
        let unseen = plan.lines(
            [Example.full],
            told: pending,
            today: tomorrow,
            isInLog: { _ in false }
        )
        #expect(unseen.map(\.revision) == [2])
        #expect(unseen.map(\.mayBeWritten) == [false])
        let seen = plan.lines(
            [Example.full],
            told: pending,
            today: tomorrow,
            isInLog: { _ in true }
        )
        #expect(seen.map(\.revision) == [3])
    }

    @Test func `lines stand by date, whatever the order of the days`() {
        let days = [Example.silent(3), Example.full, Example.silent(1), Example.silent(2)]
        let lines = plan.lines(days, told: [:], today: Example.date.advanced(by: 9))
        #expect(lines.map(\.date) == (0...3).map { Example.date.advanced(by: $0) })
    }

    @Test func `telling what was told again yields nothing`() {
        let days = [Example.full, Example.silent(1), Example.silent(2)]
        let today = Example.date.advanced(by: 3)
        let lines = plan.lines(days, told: [:], today: today)
        let told = Dictionary(
            uniqueKeysWithValues: lines.map { ($0.date, $0.told(isWritten: true)) }
        )
        #expect(plan.lines(days, told: told, today: today).isEmpty)
    }
}
