import TestSupport
@testable import FolderWatch
import Dispatch
import LinuxSystem
import Logging

/// A watcher of one folder with made-up events, and what it said.
final class TestWatcher {
    /// Short enough for tests, long enough that a busy machine keeps the order.
    static let timing = WatchTiming(settle: 100, debounce: 5, poll: 3_600_000, listing: 3_600_000)

    let folder: FilePath
    let fake: FakeEvents
    let recorder = Recorder()
    let watcher: FolderWatcher

    /// Starts to watch a folder, and waits until it is armed.
    init(
        _ folder: FilePath,
        timing: WatchTiming = TestWatcher.timing,
        fake: FakeEvents = FakeEvents(),
        onSettled: @escaping @Sendable () -> Void = {}
    ) {
        self.folder = folder
        self.fake = fake
        watcher = FolderWatcher(
            folders: [WatchedFolder(path: folder, isRecursive: true, tag: 5)],
            timing: timing,
            logger: Logger(label: "amble.tests") { _ in SwiftLogNoOpLogHandler() },
            events: recorder.events(onSettled),
            source: fake
        )
        watcher.start()
        let recorder = recorder
        _ = eventually { recorder.armedCount == 1 }
    }

    deinit {
        let done = DispatchSemaphore(value: 0)
        watcher.stop { done.signal() }
        done.wait()
    }

    /// Makes a file as a program does that writes and closes it.
    func write(_ name: String, _ text: String = "x") throws {
        let path = folder.appending(name)
        try makeFile(path, text)
        fake.happen([.created, .written, .closed].map { fake.event($0, path) })
    }

    /// Waits until the queue has done all that was due by now.
    func settleQueue() {
        for _ in 0..<3 { watcher.queue.sync {} }
    }
}
