import TestSupport
import Dispatch
@testable import FolderWatch
import Glibc
import LinuxSystem
import Testing

/// What the watcher counts on, asked of the real kernel.
struct FolderEventsTests {
    private final class Heard: @unchecked Sendable {
        // @unchecked: everything that changes is touched only on `queue`.
        let queue = DispatchQueue(label: "amble.tests.heard")
        let source = InotifyEvents()
        private var events: [FolderEvent] = []

        func begin() throws {
            try queue.sync {
                try source.begin(on: queue) { [weak self] in self?.events += $0 }
            }
        }

        func watch(
            _ folder: FilePath,
            for interest: FolderInterest = .everything
        ) throws -> FolderMark {
            try queue.sync { try source.watch(folder, for: interest, followLinks: true) }
        }

        var all: [FolderEvent] { queue.sync { events } }

        func changes(_ name: String) -> [FolderEvent.Change] {
            all.filter { $0.name == Array(name.utf8) }.map(\.change)
        }

        deinit {
            queue.sync { source.end() }
        }
    }

    @Test func `writing and closing are heard in order`() throws {
        try withTemporaryFolder { folder in
            let heard = Heard()
            try heard.begin()
            let mark = try heard.watch(folder)
            try makeFile(folder.appending("a"), "x")
            #expect(eventually { heard.changes("a") == [.created, .written, .closed] })
            #expect(heard.all.allSatisfy { $0.mark == mark && !$0.isFolder })
        }
    }

    @Test func `the halves of a renaming share a cookie`() throws {
        try withTemporaryFolder { folder in
            let heard = Heard()
            try makeFile(folder.appending("a"))
            try heard.begin()
            _ = try heard.watch(folder)
            try File.rename(folder.appending("a"), to: folder.appending("b"))
            #expect(eventually { heard.all.count == 2 })
            #expect(heard.all.map(\.change) == [.movedOut, .movedIn])
            #expect(Set(heard.all.map(\.cookie)).count == 1)
        }
    }

    @Test func `folders are told as such, and their own end too`() throws {
        try withTemporaryFolder { folder in
            let heard = Heard()
            try heard.begin()
            _ = try heard.watch(folder)
            let inner = folder.appending("inner")
            try Folder.make(inner)
            let mark = try heard.watch(inner)
            removeAll(inner)
            #expect(
                eventually { heard.all.contains(FolderEvent(.folderGone, mark)) }
            )
            #expect(heard.all.contains { $0.change == .created && $0.isFolder })
        }
    }

    @Test func `one folder by two paths, or twice, has one mark, and the last interest counts`()
        throws
    {
        try withTemporaryFolder { folder in
            let heard = Heard()
            try heard.begin()
            let real = folder.appending("real")
            try Folder.make(real)
            makeLink(folder.appending("link"), to: "real")
            let mark = try heard.watch(real, for: .arrivals)
            try makeFile(real.appending("quiet"), "x")
            #expect(try heard.watch(folder.appending("link"), for: .everything) == mark)
            try makeFile(real.appending("loud"), "x")
            #expect(eventually { heard.changes("loud") == [.created, .written, .closed] })
            #expect(heard.changes("quiet") == [.created])
        }
    }

    @Test func `links can be refused, and files are no folders`() throws {
        try withTemporaryFolder { folder in
            let heard = Heard()
            try heard.begin()
            makeLink(folder.appending("link"), to: ".")
            try makeFile(folder.appending("file"))
            for name in ["link", "file"] {
                let error = #expect(throws: SystemError.self) {
                    try heard.source.watch(
                        folder.appending(name),
                        for: .everything,
                        followLinks: false
                    )
                }
                #expect(error?.code == ENOTDIR)
            }
        }
    }

    @Test func `paused, nothing comes, and afterwards all of it`() throws {
        try withTemporaryFolder { folder in
            let heard = Heard()
            try heard.begin()
            _ = try heard.watch(folder)
            heard.queue.sync { heard.source.pause() }
            try makeFile(folder.appending("a"))
            heard.queue.sync { heard.source.drain() }
            #expect(heard.all.isEmpty)
            heard.queue.sync { heard.source.resume() }
            #expect(eventually { heard.changes("a") == [.created, .closed] })
        }
    }

    @Test func `draining delivers without waiting`() throws {
        try withTemporaryFolder { folder in
            let heard = Heard()
            try heard.begin()
            _ = try heard.watch(folder)
            try makeFile(folder.appending("a"))
            heard.queue.sync { heard.source.drain() }
            #expect(heard.changes("a") == [.created, .closed])
        }
    }

    @Test func `forgotten or ended, nothing comes any more`() throws {
        try withTemporaryFolder { folder in
            let heard = Heard()
            try heard.begin()
            let mark = try heard.watch(folder)
            heard.queue.sync { heard.source.forget(mark) }
            try makeFile(folder.appending("a"))
            heard.queue.sync { heard.source.drain() }
            #expect(heard.changes("a").isEmpty)
            heard.queue.sync { heard.source.end() }
            #expect(throws: SystemError.self) { try heard.watch(folder) }
        }
    }
}
