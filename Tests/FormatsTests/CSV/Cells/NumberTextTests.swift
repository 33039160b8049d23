import TestSupport
import Testing

@testable import Formats

@Suite struct NumberTextTests {
    private func evidence(_ text: String) -> NumberText.Evidence? {
        Array(text.utf8).withUnsafeBufferPointer { NumberText($0)?.evidence }
    }

    private func value(_ text: String, _ convention: NumberConvention?) -> String? {
        Array(text.utf8).withUnsafeBufferPointer { cell in
            guard let number = NumberText(cell), let value = number.value(convention),
                let whole = value.whole
            else { return nil }
            return "\(number.isNegative ? "-" : "")\(whole).\(value.thousandths)"
        }
    }

    @Test func `a number without signs reads the same everywhere`() {
        #expect(evidence("4224") == NumberText.Evidence.none)
        #expect(value("0042", nil) == "42.0")
        #expect(value("-1", nil) == "-1.0")
    }

    @Test(
        arguments: [
            ("12.0", .decimalPoint), ("12,0", .decimalComma), ("0,123", .decimalComma),
            ("1,234,567", .decimalPoint), ("1.234.567", .decimalComma),
            ("1,234.5", .decimalPoint), ("1.234,5", .decimalComma), ("1234,567", .decimalComma),
            ("1,2345", .decimalComma), ("12.3456", .decimalPoint), ("1 234,5", .decimalComma),
        ] as [(String, NumberConvention)]
    )
    func `signs that can only mean one thing decide`(text: String, convention: NumberConvention) {
        #expect(evidence(text) == .only(convention))
    }

    @Test func `one sign before three digits means either`() {
        #expect(evidence("4,224") == .either)
        #expect(evidence("1.234") == .either)
        #expect(value("4,224", nil) == nil)
        #expect(value("4,224", .decimalPoint) == "4224.0")
        #expect(value("4,224", .decimalComma) == "4.224")
        #expect(value("1.234", .decimalComma) == "1234.0")
    }

    @Test func `a convention that does not fit gives no value`() {
        #expect(value("12,0", .decimalPoint) == nil)
        #expect(value("1.234.567", .decimalPoint) == nil)
        #expect(value("1,234,567", .decimalPoint) == "1234567.0")
    }

    @Test func `blanks and apostrophes part thousands`() {
        for sign in [" ", "\u{A0}", "\u{202F}", "'"] {
            #expect(value("12\(sign)345", nil) == "12345.0")
        }
        #expect(value("1 23", nil) == nil)
    }

    @Test(
        arguments: [
            "", "-", "12,5O", "1e300", "1e3", "1,23,456", "12,34.5", "1,,234", "1,", ",5", ".5",
            "1.", "0x10", "1 ", " 1", "1-", "--1", "+1", "1,234.567.890", "0,123,456", "١٢",
        ])
    func `anything else is no number`(text: String) {
        #expect(evidence(text) == nil)
    }

    @Test func `what is written under a convention is read back under it`() {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<1000 {
            let whole = Int64.random(in: 0...9_999_999_999, using: &generator)
            let tenths = Int.random(in: 0...9, using: &generator)
            let grouped = Self.grouped(whole, ",") + ".\(tenths)"
            #expect(value(grouped, .decimalPoint) == "\(whole).\(tenths * 100)", "\(grouped)")
            let comma = Self.grouped(whole, ".") + ",\(tenths)"
            #expect(value(comma, .decimalComma) == "\(whole).\(tenths * 100)", "\(comma)")
        }
    }

    private static func grouped(_ whole: Int64, _ sign: String) -> String {
        var text = ""
        for (index, digit) in String(whole).reversed().enumerated() {
            if index > 0, index % 3 == 0 { text = sign + text }
            text = String(digit) + text
        }
        return text
    }
}
