import Testing

@testable import Summary

@Suite struct LogKeyTests {
    @Test func `what was written is read back, whatever the name`() {
        for person in ["me", "anna", "a\"b", "\"revision\":9,\"written\":", ",\"coverage\":"] {
            let line = DayJSON.line(
                Example.full,
                person: person,
                home: Example.home,
                telling: .init(revision: 12, written: Example.at("23:00:00.000"))
            )
            let expected = LogKey(date: Example.date, person: person, revision: 12)
            #expect(LogKey(line) == expected, "\(person)")
        }
    }

    @Test func `lines of others have no key`() {
        let lines = [
            "", "{}", "[]", "2026-11-21 Sat  64 min",
            DayJSON.line(Example.full, person: "me", home: Example.home),
            #"{"date":"2026-11-21","person":"me","coverage":"none","revision":x,"written":""}"#,
        ]
        for line in lines { #expect(LogKey(line) == nil, "\(line)") }
    }
}
