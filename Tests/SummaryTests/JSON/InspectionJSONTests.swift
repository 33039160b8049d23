import Model
import Testing

@testable import Summary

@Suite struct InspectionJSONTests {
    private func line(preview: [PreviewReading], zone: String = "") -> String {
        let file = SeenFile(
            path: Array("/w.csv".utf8),
            person: "me",
            bytes: 9,
            outcome: .taken,
            dialect: "generic",
            readings: 1,
            seen: Example.at("09:00:00.000")
        )
        let report = FormatReport(
            dialect: "generic",
            outcome: .taken,
            zone: zone,
            columns: [ColumnMeaning(name: "Steps", meaning: "steps")]
        )
        return InspectionJSON.line(
            Inspection(report: report, file: file, preview: preview),
            home: Example.home
        )
    }

    private func reading(_ value: PreviewReading.Value) -> PreviewReading {
        PreviewReading(
            line: 2,
            start: Example.at("06:00:00.000"),
            end: Example.at("06:01:00.000"),
            value: value,
            source: "watch"
        )
    }

    @Test func `an inspection is a file with its columns and first readings`() {
        let text = line(preview: [reading(.steps(100))])
        #expect(text.hasPrefix(#"{"path":"/w.csv","bytes":9,"outcome":"taken","#))
        #expect(
            text.hasSuffix(
                [
                    #""encoding":"UTF-8","columns":[{"name":"Steps","meaning":"steps"}],"#,
                    #""preview":[{"line":2,"start":"2026-11-21T07:00:00.000+01:00","#,
                    #""end":"2026-11-21T07:01:00.000+01:00","steps":100,"source":"watch"}]}"#,
                ].joined()
            )
        )
    }

    @Test func `each kind of reading shows its own value`() {
        let cases: [(value: PreviewReading.Value, shown: String)] = [
            (.counter(9980), #""counter":9980"#),
            (
                .position(latitude: 59_900_000_000, longitude: -10_500_000_000),
                #""latitude":59.900000000,"longitude":-10.500000000"#
            ),
            (.declared(.minutes(20)), #""minutes":20.0"#),
        ]
        for (value, shown) in cases {
            #expect(line(preview: [reading(value)]).contains(shown))
        }
    }

    @Test func `how times are placed is told where it is known`() {
        #expect(line(preview: [], zone: "UTC").contains(#""zone":"UTC""#))
        #expect(!line(preview: []).contains(#""zone""#))
    }
}
