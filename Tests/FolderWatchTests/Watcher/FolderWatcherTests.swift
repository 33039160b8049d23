import TestSupport
import Dispatch
@testable import FolderWatch
import LinuxSystem
import Testing

struct FolderWatcherTests {
    @Test func `it is armed once, and then delivers what is there, by path`() throws {
        try withTemporaryFolder { folder in
            let now = WallClock.system.milliseconds()
            for name in ["b", "a", "c.part"] {
                try makeFile(folder.appending(name), name)
                setTime(folder.appending(name), milliseconds: now - 60_000)
            }
            let test = TestWatcher(folder)
            #expect(eventually { test.recorder.files.count == 2 })
            let files = test.recorder.files
            #expect(files.map(\.path.name) == ["a", "b"])
            #expect(files[0].size == 1 && files[0].tag == 5)
            #expect(files[0].modifiedMilliseconds == now - 60_000)
            #expect(files[0].unchangedMilliseconds >= 60_000)
            #expect(test.recorder.armedCount == 1)
            #expect(test.recorder.troubles.isEmpty)
        }
    }

    @Test func `many files come in portions`() throws {
        try withTemporaryFolder { folder in
            for number in 0..<200 {
                try makeFile(folder.appending("\(number)"))
                setTime(folder.appending("\(number)"), milliseconds: 1)
            }
            let test = TestWatcher(folder)
            #expect(eventually { test.recorder.files.count == 200 })
            #expect(test.recorder.batches.allSatisfy { $0.count <= 64 })
            #expect(Set(test.recorder.names).count == 200)
        }
    }

    @Test func `paused it delivers nothing, resumed it delivers all of it once`() throws {
        try withTemporaryFolder { folder in
            let test = TestWatcher(folder)
            test.watcher.pause()
            for number in 0..<20 { try test.write("\(number)") }
            test.settleQueue()
            #expect(test.recorder.files.isEmpty)
            test.watcher.pause()
            test.watcher.resume()
            test.watcher.resume()
            #expect(eventually { test.recorder.files.count == 20 })
            #expect(Set(test.recorder.names).count == 20)
        }
    }

    @Test func `paused while it delivers, it stops after the portion in hand`() throws {
        try withTemporaryFolder { folder in
            for number in 0..<200 {
                try makeFile(folder.appending("\(number)"))
                setTime(folder.appending("\(number)"), milliseconds: 1)
            }
            let pauser = Pauser()
            let test = TestWatcher(folder) { pauser.pause() }
            pauser.watcher = test.watcher
            // Begins anew with the pausing in place.
            for number in 0..<200 {
                test.watcher.lookAgain(at: folder.appending("\(number)"), afterMilliseconds: 0)
            }
            var last = -1
            #expect(
                eventually {
                    test.settleQueue()
                    let count = test.recorder.batches.count
                    test.watcher.resume()
                    defer { last = count }
                    return Set(test.recorder.names).count == 200 && count == last
                }
            )
            #expect(test.recorder.batches.allSatisfy { $0.count <= 64 })
        }
    }

    @Test func `asked for, a file comes again, changed or not`() throws {
        try withTemporaryFolder { folder in
            let test = TestWatcher(folder)
            try test.write("a")
            #expect(eventually { test.recorder.files.count == 1 })
            test.watcher.lookAgain(at: folder.appending("a"), afterMilliseconds: 20)
            test.watcher.lookAgain(at: folder.appending("gone"), afterMilliseconds: 0)
            #expect(eventually { test.recorder.files.count == 2 })
            #expect(test.recorder.names == ["a", "a"])
        }
    }

    @Test func `stopped it says so, and nothing comes any more`() throws {
        try withTemporaryFolder { folder in
            let test = TestWatcher(folder)
            let done = DispatchSemaphore(value: 0)
            test.watcher.stop { done.signal() }
            #expect(done.wait(timeout: .now() + 120) == .success)
            #expect(test.fake.isOver)
            try test.write("a")
            test.watcher.lookAgain(at: folder.appending("a"), afterMilliseconds: 0)
            test.watcher.listAgain()
            test.settleQueue()
            #expect(test.recorder.files.isEmpty)
        }
    }

    @Test func `started twice it begins once`() throws {
        try withTemporaryFolder { folder in
            let test = TestWatcher(folder)
            test.watcher.start()
            test.settleQueue()
            #expect(test.recorder.armedCount == 1)
        }
    }

    @Test func `without events at all it looks now and then`() throws {
        try withTemporaryFolder { folder in
            let timing = WatchTiming(settle: 100, debounce: 5, poll: 20, listing: 3_600_000)
            let test = TestWatcher(folder, timing: timing, fake: FakeEvents(cannotBegin: true))
            try makeFile(folder.appending("a"))
            #expect(eventually { test.recorder.names == ["a"] })
            guard case .cannotListen = test.recorder.troubles.first else {
                Issue.record("nobody was told")
                return
            }
        }
    }
}

/// Pauses a watcher from within its own callback.
private final class Pauser: @unchecked Sendable {
    // @unchecked: the watcher is set before it is used by the callback, under `lock`.
    private let lock = DispatchQueue(label: "amble.tests.pauser")
    private weak var held: FolderWatcher?

    var watcher: FolderWatcher? {
        get { lock.sync { held } }
        set { lock.sync { held = newValue } }
    }

    func pause() { watcher?.pause() }
}
