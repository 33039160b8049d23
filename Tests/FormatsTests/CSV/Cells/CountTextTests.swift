import Testing

@testable import Formats

@Suite struct CountTextTests {
    private func read(_ text: String, _ convention: NumberConvention? = nil) -> CountText.Value {
        Array(text.utf8).withUnsafeBufferPointer { CountText.read($0, convention) }
    }

    @Test func `digits are a count`() {
        #expect(read("0") == .count(0))
        #expect(read("104") == .count(104))
        #expect(read("007") == .count(7))
        #expect(read("123456789012345678") == .count(123_456_789_012_345_678))
    }

    @Test(arguments: ["", "-1", "-1.0", "NaN", "nan", "--", "N/A", "n/a"])
    func `nothing recorded is no count and no fault`(text: String) {
        #expect(read(text, .decimalPoint) == .nothing)
    }

    @Test(arguments: ["12,5O", "1e300", "-2", "-1.5", "null", "-", "abc", "0x1F", "1/2", "٣"])
    func `other text is no count`(text: String) {
        #expect(read(text, .decimalPoint) == .invalid)
    }

    @Test func `a whole number may have decimals of zero`() {
        #expect(read("104.0", .decimalPoint) == .count(104))
        #expect(read("12,00", .decimalComma) == .count(12))
        #expect(read("12.5", .decimalPoint) == .fraction)
        #expect(read("12.0001", .decimalPoint) == .fraction)
    }

    @Test func `signs need the file's convention`() {
        #expect(read("4,224") == .undecided)
        #expect(read("12.0") == .undecided)
        #expect(read("4,224", .decimalPoint) == .count(4224))
        #expect(read("4,224", .decimalComma) == .fraction)
        #expect(read("12,0", .decimalPoint) == .contradiction)
    }

    @Test func `numbers beyond all counting are too large and never wrap`() {
        #expect(read(String(repeating: "9", count: 19)) == .tooLarge)
        #expect(read(String(repeating: "9", count: 5000)) == .tooLarge)
        #expect(read("99,999,999,999,999,999,999", .decimalPoint) == .tooLarge)
    }
}
