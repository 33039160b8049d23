@testable import FolderWatch
import LinuxSystem
import Testing

struct FolderTableTests {
    private var table = FolderTable()
    private let one = FilePath("/w/1")
    private let two = FilePath("/w/2")

    private func entry(_ mark: Int32?, isPolled: Bool = false) -> FolderTable.Entry {
        FolderTable.Entry(
            identity: [1, 2],
            mark: mark.map { FolderMark(number: $0) },
            isPolled: isPolled
        )
    }

    @Test mutating func `folders are found by path and by mark`() {
        #expect(table.set(one, entry(7)) == nil)
        #expect(table[one]?.mark == FolderMark(number: 7))
        #expect(table.paths(of: FolderMark(number: 7)) == [one])
        #expect(table.paths(of: FolderMark(number: 8)) == [])
        #expect(table[two] == nil)
    }

    @Test mutating func `a mark with two paths is free when both are gone`() {
        #expect(table.set(one, entry(7)) == nil)
        #expect(table.set(two, entry(7)) == nil)
        #expect(table.paths(of: FolderMark(number: 7)) == [one, two])
        #expect(table.remove(one) == nil)
        #expect(table.remove(two) == FolderMark(number: 7))
        #expect(table.remove(two) == nil)
    }

    @Test mutating func `another mark for a path frees the old one`() {
        #expect(table.set(one, entry(7)) == nil)
        #expect(table.set(one, entry(7)) == nil)
        #expect(table.set(one, entry(8)) == FolderMark(number: 7))
        #expect(table.set(one, entry(nil)) == FolderMark(number: 8))
        #expect(table.paths(of: FolderMark(number: 8)) == [])
    }

    @Test mutating func `polled folders are told apart`() {
        _ = table.set(two, entry(nil, isPolled: true))
        _ = table.set(one, entry(1))
        #expect(table.polled == [two])
        #expect(table.hasPolled)
        #expect(table.paths == [one, two])
        table.update(two) { $0.isPolled = false }
        #expect(!table.hasPolled)
    }

    @Test mutating func `a folder and what lies in it are found together`() {
        for path in ["/w", "/w/1", "/w/1/a", "/w/10"] { _ = table.set(FilePath(path), entry(nil)) }
        #expect(Set(table.paths(in: one)) == [one, FilePath("/w/1/a")])
        #expect(table.paths(in: two) == [])
    }

    @Test mutating func `changing an entry leaves its mark alone`() {
        _ = table.set(one, entry(1))
        table.update(one) {
            $0.mark = nil
            $0.isListed = true
        }
        #expect(table[one]?.mark == FolderMark(number: 1))
        #expect(table[one]?.isListed == true)
        table.update(two) { $0.isListed = true }
        #expect(table[two] == nil)
    }
}
