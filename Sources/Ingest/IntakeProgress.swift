import LinuxSystem
import Synchronization

/// When the intakes of a pipeline last got on: a large archive ends nothing for long and is not stuck.
///
/// From any queue.
package final class IntakeProgress: Sendable {
    private let last = Atomic<Int64>(0)

    /// Nothing has got on yet.
    package init() {}

    /// Notes that something got on now.
    func note() {
        last.store(MonotonicClock.milliseconds(), ordering: .relaxed)
    }

    /// The moment of the monotonic clock at which something got on, in milliseconds; 0 before.
    package var milliseconds: Int64 { last.load(ordering: .relaxed) }
}
