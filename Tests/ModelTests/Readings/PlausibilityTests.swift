import Model
import Testing

struct PlausibilityTests {
    private let now = Instant(seconds: 1_795_262_400)
    private var limits: Plausibility { Plausibility(now: now) }

    private func reading(
        _ steps: Int32,
        from start: Instant,
        milliseconds: Int64
    ) -> StepReading {
        StepReading(
            start: start,
            end: start.advanced(by: milliseconds),
            steps: steps,
            line: 1,
            source: 0
        )
    }

    @Test(arguments: [
        (300, 60_000, true), (301, 60_000, false), (600, 60_001, true), (601, 60_001, false),
        (300, 0, true), (301, 0, false), (300, 1, true), (Int32.max, 60_000, false),
    ])
    func `a minute holds at most 300 steps, begun minutes whole`(
        steps: Int32,
        length: Int64,
        counts: Bool
    ) {
        let start = now.advanced(by: -86_400_000)
        let objection = limits.objection(to: reading(steps, from: start, milliseconds: length))
        #expect(objection == (counts ? nil : .tooManySteps))
    }

    @Test func `the years before 2000 and the time after tomorrow do not count`() {
        let early = Instant(seconds: 946_684_799)
        #expect(limits.objection(to: reading(1, from: early, milliseconds: 0)) == .tooEarly)
        #expect(limits.objection(to: early) == .tooEarly)
        let edge = now.advanced(by: 26 * 3_600_000)
        #expect(limits.objection(to: edge) == nil)
        #expect(limits.objection(to: edge.advanced(by: 1)) == .tooLate)
        #expect(limits.objection(to: reading(1, from: now, milliseconds: 94_000_000)) == .tooLate)
    }

    @Test func `a record of the longest day counts and a longer one does not`() {
        let start = now.advanced(by: -10 * 86_400_000)
        let longest: Int64 = 26 * 3_600_000
        #expect(limits.objection(to: reading(1, from: start, milliseconds: longest)) == nil)
        let longer = reading(1, from: start, milliseconds: longest + 1)
        #expect(limits.objection(to: longer) == .tooLong)
    }

    @Test func `an interval that ends before it begins does not count`() {
        #expect(limits.objection(to: reading(1, from: now, milliseconds: -1)) == .backwards)
    }

    @Test func `the whole of time does not overflow`() {
        let all = StepReading(
            start: Instant(milliseconds: .min),
            end: Instant(milliseconds: .max),
            steps: .max,
            line: 1,
            source: 0
        )
        #expect(limits.objection(to: all) == .tooEarly)
    }

    @Test func `each objection completes a sentence`() {
        let all: [Implausibility] = [.backwards, .tooEarly, .tooLate, .tooManySteps, .tooLong]
        #expect(Set(all.map(\.description)).count == 5)
    }
}
