import Glibc
import LinuxSystem
import Testing

struct WallClockTests {
    @Test func `a fixed clock stands still`() {
        let clock = WallClock.fixed(milliseconds: -5)
        #expect(clock.milliseconds() == -5)
        #expect(clock.milliseconds() == -5)
    }

    @Test func `the system's clock agrees with time(2)`() {
        let before = Int64(time(nil))
        let now = WallClock.system.milliseconds() / 1000
        // time(2) reads a coarse clock that may be a tick behind.
        #expect((before...before + 60).contains(now))
    }

    @Test func `the monotonic clock never goes back and has one origin`() {
        var last = MonotonicClock.milliseconds()
        for _ in 0..<1000 {
            let now = MonotonicClock.milliseconds()
            #expect(now >= last)
            last = now
        }
        #expect(MonotonicClock.microseconds() / 1000 >= last)
        #expect(MonotonicClock.microseconds() / 1000 < last + 60_000)
    }
}
