import LinuxSystem
import TestSupport
import Testing

@testable import Ingest

struct BacklogTests {
    @Test func `files come out in the order in which they came`() {
        var backlog = Backlog()
        for number in 0..<3 { backlog.append(named("\(number)")) }
        #expect(backlog.count == 3)
        #expect(backlog.first?.path.name == "0")
        #expect((0..<3).map { _ in backlog.removeFirst()?.path.name } == ["0", "1", "2"])
        #expect(backlog.removeFirst() == nil)
        #expect(backlog.first == nil)
    }

    @Test func `a path waits once, in its first place and with its latest facts`() {
        var backlog = Backlog()
        backlog.append(named("a", size: 1))
        backlog.append(named("b", size: 1))
        backlog.append(named("a", size: 2))
        #expect(backlog.count == 2)
        #expect(backlog.removeFirst() == named("a", size: 2))
        #expect(backlog.removeFirst() == named("b", size: 1))
    }

    @Test func `the same path of two persons is two files`() {
        var backlog = Backlog()
        backlog.append(named("a"))
        backlog.append(named("a", person: "anna"))
        #expect(backlog.count == 2)
    }

    @Test func `a path that was taken may wait again, at the end`() {
        var backlog = Backlog()
        backlog.append(named("a"))
        backlog.append(named("b"))
        _ = backlog.removeFirst()
        backlog.append(named("a"))
        #expect(backlog.removeFirst()?.path.name == "b")
        #expect(backlog.removeFirst()?.path.name == "a")
    }

    @Test func `what was forgotten does not come back`() {
        var backlog = Backlog()
        backlog.append(named("a"))
        backlog.removeAll()
        #expect(backlog.count == 0 && backlog.first == nil && backlog.removeFirst() == nil)
        backlog.append(named("a"))
        #expect(backlog.count == 1)
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func `it behaves like a plain list of which each path stands once`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var backlog = Backlog()
        var list: [IncomingFile] = []
        for step in 0..<5_000 {
            // Mostly filling at first, mostly emptying later, so that the front is dropped too.
            if Int.random(in: 0..<5_000, using: &generator) > step {
                let number = Int.random(in: 0..<900, using: &generator)
                let file = named("\(number)", size: Int64(step))
                backlog.append(file)
                if let index = list.firstIndex(where: { $0.path == file.path }) {
                    list[index] = file
                } else {
                    list.append(file)
                }
            } else {
                #expect(backlog.removeFirst() == (list.isEmpty ? nil : list.removeFirst()))
            }
            #expect(backlog.count == list.count && backlog.first == list.first)
        }
    }

    private func named(_ name: String, person: String = "me", size: Int64 = 0) -> IncomingFile {
        IncomingFile(
            path: FilePath("/inbox/\(name)"),
            person: person,
            size: size,
            unchangedMilliseconds: 0
        )
    }
}
