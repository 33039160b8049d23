import Glibc
import LinuxSystem

/// How long an MTP device gets for what, and the clock that this is measured with.
package struct MTPTiming {
    /// Milliseconds for each transfer of the very first operation.
    ///
    /// A Garmin that was just plugged in builds its list of files before it answers (USB.md §1.2).
    package var firstMilliseconds: UInt32 = 20_000
    /// Milliseconds for each transfer after that.
    ///
    /// A folder of some thousand files takes a watch seconds to list; what is silent for longer has
    /// hung up.
    package var usualMilliseconds: UInt32 = 10_000
    /// Milliseconds for a whole operation, however it trickles.
    ///
    /// 64 MiB at full speed (about 1 MiB/s in practice) with as much again in reserve.
    package var operationMilliseconds: Int64 = 180_000
    /// Milliseconds for control requests and for the last operation of a session.
    ///
    /// Nothing is lost when these fail, so that nobody waits for them.
    package var briefMilliseconds: UInt32 = 2000
    /// Milliseconds without a byte after which the pipe counts as empty.
    package var drainMilliseconds: UInt32 = 200
    /// The waits before asking a busy device again, in milliseconds; 3.1 s together.
    package var busyWaits: [Int] = [100, 200, 400, 800, 1600]
    /// Milliseconds on a clock that never goes back.
    package var now: () -> Int64
    /// Waits so many milliseconds.
    package var pause: (Int) -> Void

    /// The times for real devices, by the system's clock.
    package init() {
        now = { MonotonicClock.milliseconds() }
        pause = { poll(nil, 0, Int32(clamping: $0)) }
    }
}
