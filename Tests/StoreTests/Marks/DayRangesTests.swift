import Model
import TestSupport
import Testing

@testable import Store

struct DayRangesTests {
    @Test func `ranges that overlap or touch become one`() {
        let ranges = DayRanges([days(5, 6), days(0, 1), days(2, 3), days(6, 9), days(20, 20)])
        #expect(ranges.ranges == [days(0, 3), days(5, 9), days(20, 20)])
        #expect(DayRanges().isEmpty)
    }

    @Test func `sets of days behave like sets`() {
        func members(_ ranges: DayRanges) -> Set<Int> {
            Set(
                ranges.ranges.flatMap { range in
                    (today.days(to: range.lowerBound)...today.days(to: range.upperBound)).map(
                        \.self
                    )
                }
            )
        }
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<500 {
            func random() -> (DayRanges, Set<Int>) {
                var ranges = DayRanges()
                var plain: Set<Int> = []
                for _ in 0..<Int.random(in: 0..<6, using: &generator) {
                    let first = Int.random(in: 0..<20, using: &generator)
                    let last = first + Int.random(in: 0..<5, using: &generator)
                    ranges.insert(days(first, last))
                    plain.formUnion(first...last)
                }
                return (ranges, plain)
            }
            let (a, plainA) = random()
            let (b, plainB) = random()
            #expect(members(a) == plainA)
            #expect(members(a.subtracting(b)) == plainA.subtracting(plainB))
        }
    }

    @Test func `a stretch of time belongs to the days that it touches`() {
        var ranges = DayRanges()
        ranges.insert(from: minute(10, 0).start, to: minute(1440, 0).start)
        #expect(ranges.ranges == [days(0, 0)])
        ranges.insert(from: minute(1440, 0).start, to: minute(1440, 0).start)
        #expect(ranges.ranges == [days(0, 1)])
        ranges.insert(
            from: Instant(milliseconds: .min),
            to: Instant(milliseconds: .max)
        )
        #expect(ranges.ranges.count == 1)
    }
}
