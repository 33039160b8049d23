import Daemon
import LinuxSystem
import Synchronization

/// `12 of 340 files` on standard error, once work lasts longer than a second, on a terminal only.
final class ProgressLine: Sendable {
    private let began = MonotonicClock.milliseconds()
    private let shown = Mutex<Int64>(0)

    /// Shows how far a run is; at most ten times a second, and once at its end.
    @Sendable func show(_ progress: OneRun.Progress) {
        guard Terminal.isTerminal(2) else { return }
        let now = MonotonicClock.milliseconds()
        guard now - began > 1_000 else { return }
        let isEnd = progress.done == progress.total
        let isDue = shown.withLock { last in
            guard isEnd || now - last > 100 else { return false }
            last = now
            return true
        }
        guard isDue else { return }
        StandardError.write(
            raw: "\r\(progress.done) of \(progress.total) files\(isEnd ? "\n" : "")"
        )
    }
}
