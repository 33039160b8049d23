@testable import FolderWatch
import Glibc
import Testing
import TestSupport

struct InotifyEventsTests {
    private func record(
        _ mark: Int32,
        _ mask: Int,
        cookie: UInt32 = 0,
        _ name: String = "",
        padding: Int = 0
    ) -> [UInt8] {
        let text = Array(name.utf8) + [UInt8](repeating: 0, count: padding)
        var bytes: [UInt8] = []
        withUnsafeBytes(of: mark) { bytes += $0 }
        for field in [UInt32(mask), cookie, UInt32(text.count)] {
            withUnsafeBytes(of: field) { bytes += $0 }
        }
        return bytes + text
    }

    private func parse(_ bytes: [UInt8]) -> [FolderEvent] {
        bytes.withUnsafeBytes { InotifyEvents.parse($0) }
    }

    @Test func `records follow one another, names end at a NUL`() {
        let bytes =
            record(3, Int(IN_CREATE), "a.csv", padding: 11)
            + record(4, Int(IN_MOVED_FROM) | Int(IN_ISDIR), cookie: 9, "b", padding: 15)
            + record(5, Int(IN_DELETE_SELF))
        #expect(
            parse(bytes) == [
                FolderEvent(.created, FolderMark(number: 3), name: Array("a.csv".utf8)),
                FolderEvent(
                    .movedOut,
                    FolderMark(number: 4),
                    name: Array("b".utf8),
                    isFolder: true,
                    cookie: 9
                ),
                FolderEvent(.folderGone, FolderMark(number: 5)),
            ]
        )
    }

    @Test(arguments: [
        (Int(IN_Q_OVERFLOW), FolderEvent.Change.overflow), (Int(IN_IGNORED), .folderGone),
        (Int(IN_UNMOUNT), .folderGone), (Int(IN_MOVE_SELF), .folderMoved),
        (Int(IN_MOVED_TO), .movedIn), (Int(IN_DELETE), .removed), (Int(IN_CLOSE_WRITE), .closed),
        (Int(IN_MODIFY), .written), (Int(IN_ATTRIB), .attributes),
    ])
    func `each bit has its meaning`(mask: Int, change: FolderEvent.Change) {
        #expect(parse(record(1, mask)).map(\.change) == [change])
    }

    @Test func `what was not asked for is passed over`() {
        #expect(parse(record(1, Int(IN_ACCESS)) + record(2, Int(IN_MODIFY))).count == 1)
    }

    @Test func `bytes that are no records do no harm`() {
        var generator = SeededGenerator(seed: 11)
        #expect(parse([]).isEmpty)
        #expect(parse(record(1, Int(IN_MODIFY), "abc").dropLast(1)).isEmpty)
        for _ in 0..<500 {
            let count = Int.random(in: 0..<200, using: &generator)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(parse(bytes).count <= count / 16)
        }
    }

    private func parse(_ bytes: ArraySlice<UInt8>) -> [FolderEvent] { parse(Array(bytes)) }
}
