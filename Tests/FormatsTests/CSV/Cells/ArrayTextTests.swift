import Testing

@testable import Formats

@Suite struct ArrayTextTests {
    @Test func `lists are read number by number`() {
        func numbers(_ text: String) -> ([Int64], Bool) {
            Array(text.utf8).withUnsafeBufferPointer { cell in
                var list = ArrayText(cell)
                var found: [Int64] = []
                while let next = list.next() { found.append(next.whole * 1000 + next.thousandths) }
                return (found, list.isComplete)
            }
        }
        #expect(numbers("[1, 2.5 ,3]") == ([1000, 2500, 3000], true))
        #expect(numbers("[]") == ([], true))
        #expect(numbers("[1,]") == ([1000], false))
        #expect(numbers("1,2") == ([], false))
        #expect(numbers("") == ([], false))
    }
}
