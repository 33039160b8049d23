import Dispatch
import LinuxSystem
import Model

/// Fires a few minutes after each local midnight; re-armed from the calendar each time, since days
/// are not all 24 hours long and clocks are set (SESSIONS.md §4).
///
/// Belongs to the queue it is made with.
final class CalendarTimer {
    /// How long after midnight a day is told: time for a tracker's last minutes to arrive.
    static let delayMilliseconds: Int64 = 180_000

    private let queue: DispatchQueue
    private let home: HomeZones
    private let clock: WallClock
    private let fire: @Sendable () -> Void
    private var source: (any DispatchSourceTimer)?

    init(
        queue: DispatchQueue,
        home: HomeZones,
        clock: WallClock,
        fire: @escaping @Sendable () -> Void
    ) {
        self.queue = queue
        self.home = home
        self.clock = clock
        self.fire = fire
    }

    /// Arms the timer for the next midnight.
    func arm() {
        dispatchPrecondition(condition: .onQueue(queue))
        source?.cancel()
        let now = Instant(milliseconds: clock.milliseconds())
        let next = Self.next(after: now, home: home)
        // The wall clock, so that a machine that slept, or whose clock was set, is not late.
        let timer = DispatchSource.makeTimerSource(queue: queue)
        let milliseconds = Int(clamping: now.milliseconds(to: next))
        timer.schedule(wallDeadline: .now() + .milliseconds(milliseconds), leeway: .seconds(30))
        timer.setEventHandler { @Sendable [fire] in fire() }
        timer.activate()
        source = timer
    }

    /// Stops the timer.
    func cancel() {
        source?.cancel()
        source = nil
    }

    /// The next moment at which yesterday is told, strictly later than now.
    static func next(after now: Instant, home: HomeZones) -> Instant {
        var day = home.day(at: now)
        while true {
            let moment = home.start(of: day).advanced(by: delayMilliseconds)
            if moment > now { return moment }
            day = day.advanced(by: 1)
        }
    }
}
