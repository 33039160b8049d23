import Model
import Testing

struct FormatReportTests {
    @Test func `a hundred problems are kept and all are counted`() {
        var list = ProblemList()
        #expect(list.isEmpty)
        for line in 1...250 {
            list.append(Problem(at: TextPlace(line: line, column: 1, byte: line), "odd"))
        }
        #expect(list.first.count == 100)
        #expect(list.first.last?.place.line == 100)
        #expect(list.count == 250)
    }

    @Test func `places are ordered as they stand in the file`() {
        let early = TextPlace(line: 1, column: 9, byte: 8)
        let late = TextPlace(line: 2, column: 1, byte: 20)
        #expect(early < late)
        #expect(TextPlace.wholeFile < early)
    }

    @Test func `a path that is not UTF-8 is shown with replacement characters`() {
        let file = SeenFile(
            path: Array("/a/".utf8) + [0xFF],
            person: "me",
            bytes: 1,
            outcome: .refused,
            seen: Instant(seconds: 0)
        )
        #expect(file.shownPath == "/a/\u{FFFD}")
    }

    @Test func `the sentence of a problem that is only counted is never made`() {
        var made = 0
        func problem() -> Problem {
            made += 1
            return Problem(at: .wholeFile, "wrong")
        }
        var list = ProblemList()
        for _ in 0..<1_000 { list.append(problem()) }
        #expect(list.count == 1_000)
        #expect(made == ProblemList.capacity)
    }
}
