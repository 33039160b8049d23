import Model
import Testing

@testable import Summary

@Suite struct FileJSONTests {
    private func line(_ file: SeenFile) -> String { FileJSON.line(file, home: Example.home) }

    private func file(_ outcome: FileOutcome, problems: [Problem] = []) -> SeenFile {
        SeenFile(
            path: Array("/home/me/Walks/walks.csv".utf8),
            person: "me",
            bytes: 120,
            outcome: outcome,
            problems: ProblemList(problems),
            seen: Example.at("09:00:00.000")
        )
    }

    @Test func `a taken file says what is in it`() {
        var taken = file(.taken)
        taken.sha256 = String(repeating: "a", count: 64)
        taken.dialect = "generic"
        taken.readings = 7
        taken.from = Example.at("06:00:00.000")
        taken.to = Example.at("06:07:00.000")
        #expect(
            line(taken)
                == [
                    #"{"path":"/home/me/Walks/walks.csv","#,
                    #""sha256":"\#(String(repeating: "a", count: 64))","bytes":120,"#,
                    #""outcome":"taken","dialect":"generic","readings":7,"#,
                    #""from":"2026-11-21T07:00:00.000+01:00","to":"2026-11-21T07:07:00.000+01:00","#,
                    #""problems":[],"seen":"2026-11-21T10:00:00.000+01:00"}"#,
                ].joined()
        )
    }

    @Test func `a problem says where it stands, as far as that has a place`() {
        let problems = [
            Problem(at: TextPlace(line: 14, column: 9, byte: 200), "\"x\" is no number"),
            Problem(at: TextPlace(line: 15, column: 0, byte: 220), "too short"),
            Problem(at: .wholeFile, "empty"),
        ]
        #expect(
            line(file(.refused, problems: problems)).contains(
                #""problems":[{"line":14,"column":9,"message":"\"x\" is no number"},"#
                    + #"{"line":15,"message":"too short"},{"message":"empty"}]"#
            )
        )
    }

    @Test func `a waiting file's readings are unknown, a refused one's are none`() {
        #expect(!line(file(.waiting)).contains("readings"))
        #expect(line(file(.refused)).contains(#""readings":0"#))
    }

    @Test func `beyond a hundred problems their number is told`() {
        let problem = Problem(at: TextPlace(line: 1, column: 1, byte: 0), "wrong")
        let many = Array(repeating: problem, count: 101)
        #expect(line(file(.refused, problems: many)).contains(#""problemCount":101"#))
        #expect(!line(file(.refused, problems: [problem])).contains("problemCount"))
    }

    @Test func `a path that is not UTF-8 shows replacement characters and no control`() {
        var odd = file(.taken)
        odd.path = [0x2F, 0xFF, 0x0A, 0x61]
        #expect(line(odd).hasPrefix("{\"path\":\"/\u{FFFD}\\na\","))
    }
}
