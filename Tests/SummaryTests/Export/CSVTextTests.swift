import Testing

@testable import Summary

@Suite struct CSVTextTests {
    @Test func `fields are quoted only where they have to be`() {
        let cases: [(fields: [String?], line: String)] = [
            (["a", "b"], "a,b"), ([nil, "", "c"], ",,c"), (["a,b"], "\"a,b\""),
            (["say \"hi\""], "\"say \"\"hi\"\"\""), (["a\nb"], "\"a\nb\""),
            (["a\r\nb"], "\"a\r\nb\""), ([" a", "a "], "\" a\",\"a \""), (["Ærø"], "Ærø"), ([], ""),
        ]
        for (fields, line) in cases { #expect(CSVText.line(fields) == line) }
    }
}
