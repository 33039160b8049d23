import TestSupport
import Dispatch
@testable import FolderWatch
import Glibc
import LinuxSystem
import Testing

struct FolderWatcherTurnTests {
    @Test func `a change that no event told of is found, told once, and the folder polled`() throws
    {
        try withTemporaryFolder { folder in
            let timing = WatchTiming(settle: 50, debounce: 5, poll: 3_600_000, listing: 30)
            let test = TestWatcher(folder, timing: timing)
            try makeFile(folder.appending("a"))
            #expect(eventually { test.recorder.names == ["a"] })
            #expect(test.recorder.troubles == [.noEvents(folder)])
            test.watcher.queue.sync { #expect(test.watcher.tracker.hasPolled) }
            try makeFile(folder.appending("b"))
            #expect(eventually { test.recorder.names == ["a", "b"] })
            #expect(test.recorder.troubles == [.noEvents(folder)])
        }
    }

    @Test func `a change whose event is only late is no reason for mistrust`() throws {
        try withTemporaryFolder { folder in
            let timing = WatchTiming(settle: 1000, debounce: 5, poll: 3_600_000, listing: 3_600_000)
            let test = TestWatcher(folder, timing: timing)
            try makeFile(folder.appending("a"))
            test.watcher.listAgain()
            test.settleQueue()
            test.fake.happen([test.fake.event(.closed, folder.appending("a"))])
            #expect(eventually { test.recorder.names == ["a"] })
            #expect(test.recorder.troubles.isEmpty)
        }
    }

    @Test func `events that wait are heard before folders are checked`() throws {
        try withTemporaryFolder { folder in
            let test = TestWatcher(folder)
            test.watcher.pause()
            test.settleQueue()
            try test.write("a")
            test.watcher.listAgain()
            test.watcher.resume()
            #expect(eventually { test.recorder.names == ["a"] })
            #expect(test.recorder.troubles.isEmpty)
        }
    }

    @Test func `a file that grows in a polled folder waits until it rests`() throws {
        try withTemporaryFolder { folder in
            let timing = WatchTiming(settle: 300, debounce: 5, poll: 20, listing: 3_600_000)
            let test = TestWatcher(folder, timing: timing, fake: FakeEvents(limit: 0))
            let path = folder.appending("a")
            let file = try FileDescriptor.open(path, [.write, .create])
            for _ in 0..<40 {
                try file.writeAll([1, 2, 3])
                poll(nil, 0, 10)
            }
            #expect(eventually { test.recorder.files.last?.size == 120 })
            #expect(test.recorder.files.allSatisfy { $0.unchangedMilliseconds >= 300 })
        }
    }

    @Test func `what is no regular file does not come`() throws {
        try withTemporaryFolder { folder in
            let test = TestWatcher(folder)
            makeLink(folder.appending("link"), to: "/etc/hostname")
            _ = folder.appending("pipe").withCString { mkfifo($0, 0o600) }
            test.fake.happen(
                ["link", "pipe"].map { test.fake.event(.closed, folder.appending($0)) }
            )
            try test.write("a")
            #expect(eventually { test.recorder.names == ["a"] })
        }
    }

    @Test func `while nothing happens it sleeps until the next look into folders`() throws {
        try withTemporaryFolder { folder in
            let test = TestWatcher(folder)
            try test.write("a")
            #expect(eventually { test.recorder.names == ["a"] })
            test.settleQueue()
            test.watcher.queue.sync {
                #expect(test.watcher.settling.nextDue == nil)
                #expect(test.watcher.ready.isEmpty)
                #expect(!test.watcher.isTurnComing)
                #expect(!test.watcher.tracker.hasPolled)
            }
        }
    }

    @Test func `the times of the daemon wake it at most twice a minute`() {
        #expect(WatchTiming.default.poll >= 30_000)
        #expect(WatchTiming.default.listing >= 60_000)
        #expect(WatchTiming.default.settle == 2000)
    }
}
