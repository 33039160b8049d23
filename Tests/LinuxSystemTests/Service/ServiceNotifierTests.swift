import TestSupport
import Glibc
@testable import LinuxSystem
import Testing

struct ServiceNotifierTests {
    private func notifier(_ socket: FilePath?) -> ServiceNotifier {
        ServiceNotifier(socket: socket, watchdog: nil, watchdogProcess: nil)
    }

    @Test func `messages arrive one by one at a socket in the file system`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("notify")
            let receiver = try Receiver(path)
            let notifier = notifier(path)
            #expect(notifier.isListenedTo)
            notifier.ready()
            notifier.status("2 folders\nREADY=0")
            notifier.watchdog()
            notifier.stopping()
            #expect(receiver.nextText() == "READY=1")
            #expect(receiver.nextText() == "STATUS=2 folders\\nREADY=0")
            #expect(receiver.nextText() == "WATCHDOG=1")
            #expect(receiver.nextText() == "STOPPING=1")
            #expect(receiver.nextText() == nil)
        }
    }

    @Test func `messages arrive at an abstract socket`() throws {
        let name = FilePath("@amble-test-\(getpid())-\(UInt32.random(in: 0 ... .max))")
        let receiver = try Receiver(name)
        notifier(name).ready()
        #expect(receiver.nextText() == "READY=1")
    }

    @Test func `reloading says when, by the clock systemd compares with`() throws {
        try withTemporaryFolder { folder in
            let receiver = try Receiver(folder.appending("notify"))
            let before = MonotonicClock.microseconds()
            notifier(folder.appending("notify")).reloading()
            let lines = try #require(receiver.nextText()).split(separator: "\n")
            #expect(lines.first == "RELOADING=1")
            let time = lines.last.flatMap { Int64($0.dropFirst("MONOTONIC_USEC=".count)) } ?? 0
            #expect((before...MonotonicClock.microseconds()).contains(time))
        }
    }

    @Test func `nobody listening is fine`() {
        notifier(nil).ready()
        notifier(FilePath("/nowhere/notify")).ready()
        notifier(FilePath("relative")).ready()
        notifier(FilePath("/" + String(repeating: "x", count: 200))).ready()
        #expect(!notifier(nil).isListenedTo)
        #expect(!notifier(FilePath("relative")).isListenedTo)
    }

    @Test func `the watchdog's interval counts when this process is meant`() {
        func interval(_ time: String?, _ process: String?) -> Int64? {
            ServiceNotifier(socket: nil, watchdog: time, watchdogProcess: process).watchdogInterval
        }
        #expect(interval("30000000", nil) == 30_000)
        #expect(interval("30000000", "\(getpid())") == 30_000)
        #expect(interval("30000000", "1") == nil)
        #expect(interval("30000000", "x") == nil)
        #expect(interval("500", nil) == 1)
        #expect(interval("0", nil) == nil)
        #expect(interval("soon", nil) == nil)
        #expect(interval(nil, nil) == nil)
    }
}
