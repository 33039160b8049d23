import Model
import Testing

@testable import Store

struct ProblemListPackingTests {
    private func list(_ count: Int) -> ProblemList {
        ProblemList(
            (0..<count).map {
                Problem(at: TextPlace(line: $0, column: 3, byte: $0 * 40), "row \($0) is å mess")
            }
        )
    }

    @Test(arguments: [0, 1, 99, 100, 101, 5000])
    func `problems come back, and how many there were`(count: Int) throws {
        let list = list(count)
        #expect(try ProblemList(packed: list.packed()) == list)
    }

    @Test func `damaged bytes do not trap`() {
        let bytes = list(3).packed()
        for count in bytes.indices {
            #expect(throws: PackingProblem.self) { try ProblemList(packed: Array(bytes[..<count])) }
        }
        // More problems in all than a file can have, and some without one that is kept.
        #expect(throws: PackingProblem.self) {
            try ProblemList(packed: [1] + [UInt8](repeating: 0xFF, count: 9) + [1, 0])
        }
        #expect(throws: PackingProblem.self) { try ProblemList(packed: [1, 5, 0]) }
    }
}
