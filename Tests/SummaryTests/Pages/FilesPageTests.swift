import Model
import Testing

@testable import Summary

@Suite struct FilesPageTests {
    private func lines(_ files: [SeenFile]) -> [String] {
        FilesPage.lines(files, home: Example.home, style: .plain)
    }

    private func file(_ path: String, _ outcome: FileOutcome, problems: Int = 0) -> SeenFile {
        let list = (0..<problems).map { number in
            Problem(at: TextPlace(line: number + 2, column: 9, byte: 0), "\"12,5O\" is no number")
        }
        return SeenFile(
            path: Array(path.utf8),
            person: "me",
            bytes: 10,
            outcome: outcome,
            problems: ProblemList(list),
            seen: Example.at("09:00:00.000")
        )
    }

    @Test func `every file is a line, its problems stand below it`() {
        var taken = file("/w/a.csv", .taken)
        taken.dialect = "generic"
        taken.readings = 1440
        taken.from = Example.at("06:00:00.000")
        taken.to = Example.at("07:00:00.000")
        #expect(
            lines([taken, file("/w/b.csv", .refused, problems: 1)]) == [
                "taken    generic  1 440 readings  2026-11-21 07:00 – 2026-11-21 08:00  /w/a.csv",
                "refused                                                                /w/b.csv",
                "  /w/b.csv:2:9: \"12,5O\" is no number",
            ]
        )
    }

    @Test func `one reading is one reading`() {
        var single = file("/w/a.csv", .taken)
        single.readings = 1
        #expect(lines([single]).first?.contains(" 1 reading ") == true)
    }

    @Test func `a thousand problems are five and a number`() {
        let page = lines([file("/w/b.csv", .partly, problems: 1000)])
        #expect(page.count == 7)
        #expect(page.last == "  and 995 more problems (see --json)")
    }

    @Test func `names are harmless, and no files are a word`() {
        #expect(lines([file("/w/\u{1B}[2J\n", .known)]) == ["known  /w/\\u{1b}[2J\\n"])
        #expect(lines([]) == ["No files."])
    }

    @Test func `a problem says its place as far as there is one`() {
        let cases: [(place: TextPlace, line: String)] = [
            (TextPlace(line: 14, column: 9, byte: 3), "w.csv:14:9: wrong"),
            (TextPlace(line: 14, column: 0, byte: 3), "w.csv:14: wrong"),
            (.wholeFile, "w.csv: wrong"),
        ]
        for (place, line) in cases {
            #expect(ProblemWords.line(Problem(at: place, "wrong"), in: "w.csv") == line)
        }
    }
}
