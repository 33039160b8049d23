import Model
import Testing

@testable import Summary

@Suite struct LogPageTests {
    private func told(_ shift: Int, revision: Int = 1) -> ToldDay {
        ToldDay(
            date: Example.date.advanced(by: shift),
            text: "day \(shift)",
            revision: revision,
            isWritten: true
        )
    }

    @Test func `the newest revision of each day stands by date`() {
        let days = [told(2), told(0, revision: 3), told(1)]
        #expect(LogPage.lines(days) == ["day 0 · revised (3)", "day 1", "day 2"])
        #expect(LogPage.lines(days, last: 2) == ["day 1", "day 2"])
        #expect(LogPage.lines(days, last: 0) == [])
        #expect(LogPage.lines(days, last: -1) == [])
        #expect(LogPage.lines([]) == [])
    }

    @Test func `programs get the newest revision of one person's days`() {
        func object(_ shift: Int, _ revision: Int, person: String = "me") -> String {
            DayJSON.line(
                Example.silent(shift),
                person: person,
                home: Example.home,
                telling: .init(revision: revision, written: Example.at("23:00:00.000"))
            )
        }
        let lines = [
            object(2, 1), object(1, 1), object(1, 2), object(1, 1, person: "anna"), "{torn",
            object(2, 3), object(2, 2),
        ]
        #expect(LogPage.newest(lines, person: "me") == [object(1, 2), object(2, 3)])
        #expect(LogPage.newest(lines, person: "me", last: 1) == [object(2, 3)])
        #expect(
            LogPage.newest(lines, person: "anna") == [object(1, 1, person: "anna")]
        )
    }
}
