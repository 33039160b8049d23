import Glibc

/// The time of day, passed in so that tests and `AMBLE_NOW` can set it (COMMANDS.md §1).
package struct WallClock: Sendable {
    private let fixed: Int64?

    /// The machine's clock, which may jump when it is set.
    package static let system = WallClock(fixed: nil)

    /// A clock that stands still.
    ///
    /// - Parameter milliseconds: since 1970.
    package static func fixed(milliseconds: Int64) -> WallClock {
        WallClock(fixed: milliseconds)
    }

    /// Milliseconds since 1970.
    package func milliseconds() -> Int64 {
        if let fixed { return fixed }
        return ClockReading.nanoseconds(CLOCK_REALTIME) / 1_000_000
    }
}

/// Time that only goes on, whatever happens to the clock; it stands still while the machine sleeps.
package enum MonotonicClock {
    /// Milliseconds since some moment at or after the start of the machine.
    package static func milliseconds() -> Int64 {
        ClockReading.nanoseconds(CLOCK_MONOTONIC) / 1_000_000
    }

    /// Microseconds of `CLOCK_MONOTONIC`, as sd_notify(3) wants them with `RELOADING=1`.
    package static func microseconds() -> Int64 {
        ClockReading.nanoseconds(CLOCK_MONOTONIC) / 1000
    }
}

private enum ClockReading {
    static func nanoseconds(_ clock: clockid_t) -> Int64 {
        var now = timespec()
        clock_gettime(clock, &now)
        // Enough until the year 2262; later than that the kernel's own counts end.
        return Int64(now.tv_sec) &* 1_000_000_000 &+ Int64(now.tv_nsec)
    }
}
