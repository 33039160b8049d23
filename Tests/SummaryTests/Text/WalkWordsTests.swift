import Model
import Testing

@testable import Summary

@Suite struct WalkWordsTests {
    private let clock = HomeClock(Example.home)

    @Test func `a walk says when and how long`() {
        #expect(WalkWords.short(Example.morningWalk, clock) == "07:02–07:23  21 min")
    }

    @Test func `only an estimated walk has a range`() {
        #expect(WalkWords.minutes(Example.estimatedWalk) == "≈ 10 min (7–17)")
        var unbounded = Example.estimatedWalk
        unbounded.activeBounds = nil
        #expect(WalkWords.minutes(unbounded) == "10 min")
        var measured = Example.morningWalk
        measured.activeBounds = .minutes(1)...(.minutes(90))
        #expect(WalkWords.minutes(measured) == "21 min")
    }

    @Test func `a long walk is told in hours`() {
        var walk = Example.morningWalk
        walk.active = .minutes(64)
        #expect(WalkWords.minutes(walk) == "1 h 04 min")
    }

    @Test func `a day of walking shows its range where a part is estimated`() {
        var day = Example.day
        #expect(WalkedWords.minutes(day) == "64 min")
        day.estimated = Milliseconds(1)
        #expect(WalkedWords.minutes(day) == "≈ 64 min (52–88)")
        day.coverage = .none
        #expect(!WalkedWords.isEstimated(day))
        day.stepping = nil
        #expect(WalkedWords.minutes(day) == "0 min")
    }
}
