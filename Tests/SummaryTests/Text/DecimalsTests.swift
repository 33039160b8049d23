import Testing

@testable import Summary

@Suite struct DecimalsTests {
    @Test func `thousands are set apart by a space`() {
        let cases: [(number: Int64, text: String)] = [
            (0, "0"), (999, "999"), (1000, "1 000"), (7214, "7 214"), (12_345, "12 345"),
            (1_234_567, "1 234 567"), (-1000, "-1 000"),
        ]
        for (number, text) in cases { #expect(Decimals.grouped(number) == text) }
    }

    @Test func `the ends of the number range are written out`() {
        #expect(Decimals.grouped(.min) == "-9 223 372 036 854 775 808")
        #expect(Decimals.text(.min, digits: 1) == "-922337203685477580.8")
    }
}
