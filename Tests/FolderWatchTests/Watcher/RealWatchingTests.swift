import Dispatch
import FolderWatch
import Glibc
import LinuxSystem
import TestSupport
import Testing

/// The watcher with the kernel's own events.
struct RealWatchingTests {
    /// Calls with a folder that is watched, and stops the watching afterwards.
    private func withWatchedFolder(
        settle: Int64 = 300,
        _ body: (FilePath, FolderWatcher, Recorder) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in
            let root = folder.appending("root")
            try Folder.make(root)
            let recorder = Recorder()
            let watcher = FolderWatcher(
                folders: [WatchedFolder(path: root, isRecursive: true, tag: 1)],
                timing: WatchTiming(
                    settle: settle,
                    debounce: 20,
                    poll: 3_600_000,
                    listing: 3_600_000
                ),
                events: recorder.events()
            )
            watcher.start()
            #expect(eventually { recorder.armedCount == 1 })
            try body(root, watcher, recorder)
            let done = DispatchSemaphore(value: 0)
            watcher.stop { done.signal() }
            #expect(done.wait(timeout: .now() + 120) == .success)
        }
    }

    @Test func `a file that is written and closed comes long before it is known to rest`() throws {
        try withWatchedFolder(settle: 3_600_000) { root, _, recorder in
            try makeFile(root.appending("a"), "12345")
            #expect(eventually { recorder.names == ["a"] })
            #expect(recorder.files[0].size == 5)
        }
    }

    @Test func `a file that stays open comes when it rests, and again when it grew`() throws {
        try withWatchedFolder { root, _, recorder in
            let file = try FileDescriptor.open(root.appending("a"), [.write, .create])
            try file.writeAll([1])
            #expect(eventually { recorder.files.map(\.size) == [1] })
            #expect(recorder.files[0].unchangedMilliseconds >= 300)
            try file.writeAll([2])
            #expect(eventually { recorder.files.map(\.size) == [1, 2] })
        }
    }

    @Test func `a file that is moved in comes at once`() throws {
        try withWatchedFolder(settle: 3_600_000) { root, _, recorder in
            let outside = root.parent.appending("a")
            try makeFile(outside)
            try File.rename(outside, to: root.appending("a"))
            #expect(eventually { recorder.names == ["a"] })
        }
    }

    @Test func `a download comes under its final name alone`() throws {
        try withWatchedFolder(settle: 3_600_000) { root, _, recorder in
            try makeFile(root.appending("a.csv.crdownload"), "all of it")
            try File.rename(root.appending("a.csv.crdownload"), to: root.appending("a.csv"))
            try makeFile(root.appending("b.csv"))
            #expect(eventually { recorder.files.count == 2 })
            #expect(Set(recorder.names) == ["a.csv", "b.csv"])
        }
    }

    @Test func `files in folders made in one go are not missed`() throws {
        try withWatchedFolder { root, _, recorder in
            for number in 0..<20 {
                let folder = root.appending("\(number)/x/y")
                try Folder.make(folder)
                try makeFile(folder.appending("\(number)"))
            }
            #expect(eventually { recorder.files.count == 20 })
            #expect(Set(recorder.names).count == 20)
            try makeFile(root.appending("7/x/y/late"))
            #expect(eventually { recorder.names.last == "late" })
        }
    }

    @Test func `a tree that is moved in brings all of its files`() throws {
        try withWatchedFolder { root, _, recorder in
            let outside = root.parent.appending("tree")
            try Folder.make(outside.appending("deep"))
            try makeFile(outside.appending("deep/a"))
            try File.rename(outside, to: root.appending("tree"))
            #expect(eventually { recorder.names == ["a"] })
            try File.rename(root.appending("tree"), to: outside)
            try makeFile(outside.appending("deep/b"))
            try makeFile(root.appending("c"))
            #expect(eventually { recorder.names == ["a", "c"] })
        }
    }

    @Test func `the watched folder itself may go and come back`() throws {
        try withWatchedFolder { root, _, recorder in
            removeAll(root)
            #expect(eventually { recorder.troubles == [.missing(root)] })
            try Folder.make(root)
            try makeFile(root.appending("a"))
            #expect(eventually { recorder.names == ["a"] })
            try File.rename(root, to: root.parent.appending("elsewhere"))
            #expect(eventually { recorder.troubles.count == 2 })
            try makeFile(root.parent.appending("elsewhere/hidden"))
            try File.rename(root.parent.appending("elsewhere"), to: root)
            try makeFile(root.appending("b"))
            #expect(eventually { Set(recorder.names) == ["a", "b", "hidden"] })
            #expect(recorder.files.count == 3)
        }
    }

    @Test func `paused it reads no events, resumed nothing is missing`() throws {
        try withWatchedFolder { root, watcher, recorder in
            watcher.pause()
            for number in 0..<300 { try makeFile(root.appending("\(number)")) }
            #expect(recorder.files.isEmpty)
            watcher.resume()
            #expect(eventually { recorder.files.count == 300 })
            #expect(Set(recorder.names).count == 300)
        }
    }

    @Test func `writing over a file by renaming is a new version`() throws {
        try withWatchedFolder { root, _, recorder in
            try AtomicFile.write([1], to: root.appending("a"))
            #expect(eventually { recorder.files.count == 1 })
            try AtomicFile.write([2], to: root.appending("a"))
            #expect(eventually { recorder.names == ["a", "a"] })
        }
    }

    @Test func `more events than the kernel keeps lose no file`() throws {
        try withWatchedFolder { root, watcher, recorder in
            watcher.pause()
            // Each file is three events, and the kernel keeps some 16 000 of them.
            let limit = 6000
            for number in 0..<limit { try makeFile(root.appending("\(number)"), "x") }
            watcher.resume()
            #expect(eventually { recorder.files.count >= limit })
            #expect(Set(recorder.names).count == limit)
        }
    }
}
