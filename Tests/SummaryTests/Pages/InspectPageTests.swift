import Model
import Testing

@testable import Summary

@Suite struct InspectPageTests {
    private func lines(
        _ report: FormatReport,
        readings: Int64 = 2,
        preview: [PreviewReading] = []
    ) -> [String] {
        let file = SeenFile(
            path: Array("/w/a.csv".utf8),
            person: "me",
            sha256: "ab",
            bytes: 1234,
            outcome: report.outcome,
            dialect: report.dialect,
            readings: readings,
            from: Example.at("06:00:00.000"),
            to: Example.at("06:02:00.000"),
            seen: Example.at("09:00:00.000")
        )
        return InspectPage.lines(
            Inspection(report: report, file: file, preview: preview),
            home: Example.home,
            style: .plain
        )
    }

    @Test func `a good file is told with columns and first readings`() {
        let report = FormatReport(
            dialect: "generic",
            outcome: .taken,
            zone: "UTC",
            columns: [
                ColumnMeaning(name: "time", meaning: "start, UTC"),
                ColumnMeaning(name: "n", meaning: "steps"),
            ]
        )
        let reading = PreviewReading(
            line: 2,
            start: Example.at("06:00:00.000"),
            end: Example.at("06:01:00.000"),
            value: .steps(1200),
            source: "watch"
        )
        #expect(
            lines(report, preview: [reading]) == [
                "/w/a.csv",
                "  kind      generic",
                "  result    would be taken",
                "  size      1 234 bytes",
                "  SHA-256   ab",
                "  text      UTF-8",
                "  times     UTC",
                "  readings  2",
                "  from      2026-11-21 07:00 to 2026-11-21 07:02",
                "", "Columns",
                "  time  start, UTC",
                "  n     steps",
                "", "First readings",
                "  line 2: 2026-11-21T07:00:00.000+01:00 to 2026-11-21T07:01:00.000+01:00  "
                    + "1 200 steps  watch",
            ]
        )
    }

    @Test func `a refused file says why, and a torn one that it breaks off`() {
        let report = FormatReport(
            dialect: nil,
            outcome: .refused,
            problems: ProblemList([Problem(at: TextPlace(line: 1, column: 1, byte: 0), "odd")]),
            endsEarly: true
        )
        let page = lines(report)
        #expect(page.contains("  kind      no known export"))
        #expect(page.contains("  result    would be refused"))
        #expect(page.contains("  end       breaks off, as if still being written"))
        #expect(page.suffix(2) == ["Problems", "  /w/a.csv:1:1: odd"])
    }

    @Test func `every kind of reading has its words`() {
        let values: [(value: PreviewReading.Value, words: String)] = [
            (.counter(99), "counter at 99"),
            (.position(latitude: 1_500_000_000, longitude: -5), "1.500000000, -0.000000005"),
            (.declared(.minutes(20)), "walk of 20.0 min"),
        ]
        for (value, words) in values {
            let instant = Example.at("06:00:00.000")
            let reading = PreviewReading(
                line: 0,
                start: instant,
                end: instant,
                value: value,
                source: "s\t"
            )
            let page = lines(
                FormatReport(dialect: "x", outcome: .partly),
                preview: [reading]
            )
            #expect(page.last == "  2026-11-21T07:00:00.000+01:00  \(words)  s\\t")
        }
    }

    @Test func `beyond a hundred problems their number is told`() {
        let problem = Problem(at: .wholeFile, "odd")
        let report = FormatReport(
            dialect: "x",
            outcome: .refused,
            problems: ProblemList(Array(repeating: problem, count: 102))
        )
        #expect(lines(report).last == "  and 2 more problems")
    }
}
