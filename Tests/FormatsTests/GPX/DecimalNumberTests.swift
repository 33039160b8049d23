import TestSupport
import Testing

@testable import Formats

struct DecimalNumberTests {
    private func nano(_ text: String) -> Int64? {
        DecimalNumber.scaled(Array(text.utf8).span, decimals: 9)
    }

    @Test(arguments: [
        ("47.22058", 47_220_580_000), ("-0.000005", -5_000), ("+8", 8_000_000_000),
        ("47.", 47_000_000_000), (".5", 500_000_000), (" 1.5\n", 1_500_000_000),
        ("1.5E-5", 15_000), ("1.5e+1", 15_000_000_000), ("0015", 15_000_000_000),
        ("47.22058000000000000000000000000", 47_220_580_000), ("-0", 0), ("0e99999999999", 0),
        ("12345E-3", 12_345_000_000), ("0.00001e5", 1_000_000_000),
    ])
    func `numbers are read exactly`(text: String, expected: Int64) {
        #expect(nano(text) == expected)
    }

    @Test(arguments: [
        ("0.0000000005", 1), ("0.00000000049999999999", 0), ("-0.0000000005", -1),
        ("59.9999999995", 60_000_000_000), ("1e-10", 0), ("5e-10", 1),
    ])
    func `what lies between two nanodegrees is rounded half away from zero`(
        text: String,
        expected: Int64
    ) {
        #expect(nano(text) == expected)
    }

    @Test(arguments: [
        "", " ", ".", "-", "+", "e5", "1e", "1e+", "NaN", "nan", "inf", "1,5", "1.2.3", "47 .2",
        "0x10", "--1", "1e5.0", "47°", "1_000", "٣",
    ])
    func `what is no number is none`(text: String) {
        #expect(nano(text) == nil)
    }

    @Test(arguments: ["1e400", "99999999999999999999999999", "1e99999999999999999999"])
    func `huge numbers are held at the limit`(text: String) {
        #expect(nano(text) == DecimalNumber.limit)
        #expect(nano("-" + text) == -DecimalNumber.limit)
    }

    @Test func `a number that is written with any number of decimals is read back`() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2_000 {
            let value = Int64.random(in: -180_000_000_000...180_000_000_000, using: &random)
            let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
            let digits = String(rest)
            let zeros = String(repeating: "0", count: 9 - digits.count)
            let tail = String(repeating: "0", count: Int.random(in: 0...20, using: &random))
            let text = "\(value < 0 ? "-" : "")\(whole).\(zeros)\(digits)\(tail)"
            #expect(nano(text) == value, "\(text)")
        }
    }
}
