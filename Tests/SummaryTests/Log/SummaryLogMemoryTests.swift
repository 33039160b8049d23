import Model
import Testing

@testable import Summary

struct SummaryLogMemoryTests {
    private func read(_ line: String, person: String = "me") -> ToldDay? {
        ToldDay(line: line, person: person, others: person == "me" ? ["anna"] : [])
    }

    @Test func `a line is read back as it was told`() throws {
        let line = "2026-11-21 Sat  64 min of 90 (71 %) · 2 walks, longest 21 min"
        let told = try #require(read(line))
        #expect(told.date == CivilDay(iso: "2026-11-21"))
        #expect(told.text == line && told.revision == 1 && told.isWritten)
        let revised = try #require(read(line + " · revised (12)"))
        #expect(revised.text == line && revised.revision == 12)
        #expect(revised.line == line + " · revised (12)")
    }

    @Test func `a notice before the date does not hide the day`() {
        let line = "Seek medical assessment now · 2026-11-21 Sat  no data"
        #expect(read(line)?.date == CivilDay(iso: "2026-11-21"))
        #expect(read(line)?.text == line)
    }

    @Test func `everybody has lines of their own`() {
        let anna = "2026-11-21 Sat  anna: 64 min of 90 (71 %)"
        #expect(read(anna) == nil)
        #expect(read(anna, person: "anna")?.text == anna)
        #expect(read("2026-11-21 Sat  64 min of 90 (71 %)", person: "anna") == nil)
    }

    @Test(arguments: ["", "hello", "2026-11-41 Sat  64 min", "· · ·", "revised (2)"])
    func `other text is no line of the log`(line: String) {
        #expect(read(line) == nil)
    }
}
