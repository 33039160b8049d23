import Model
import TestSupport
import Testing

@testable import Sessions

/// The worked examples K1 to K3 of SESSIONS.md §9, and the invariants of counters of §10.
struct CounterIncrementsTests {
    private func records(
        _ samples: [(Int64, Int64)],
        modulus: Int64? = nil,
        resetsDaily: Bool = false
    ) -> [StepRecord] {
        CounterIncrements(
            modulus: modulus,
            resetsDaily: resetsDaily,
            home: HomeZones(.utc),
            maximumStepsPerMinute: 300
        ).records(from: samples.map { .init(time: $0.0 * 60_000, value: $0.1) })
    }

    @Test func `a counter rolls over where its export says, else it starts anew`() {
        #expect(records([(0, 9_980), (1, 30)], modulus: 10_000).map(\.steps) == [50])
        #expect(records([(0, 9_980), (1, 30)]).map(\.steps) == [30])
    }

    @Test(arguments: [65_536, 100_000, 1_000_000] as [Int64])
    func `a counter rolls over at the usual places`(limit: Int64) {
        #expect(records([(0, limit - 20), (1, 30)]).map(\.steps) == [50])
        // More steps than a minute holds: it started anew.
        #expect(records([(0, limit - 400), (1, 30)]).map(\.steps) == [30])
    }

    @Test func `a single dip is left out`() {
        let found = records([(0, 5000), (1, 0), (2, 5010)])
        #expect(found == [StepRecord(start: 0, end: 120_000, steps: 10)])
    }

    @Test func `the first sample says nothing, and a reset counts from there`() {
        #expect(records([(0, 5000)]).isEmpty)
        #expect(records([(0, 5000), (5, 40), (6, 90)]).map(\.steps) == [40, 50])
    }

    @Test func `a daily counter starts at midnight`() {
        let found = records([(1420, 8000), (1450, 120)], resetsDaily: true)
        #expect(found == [StepRecord(start: 86_400_000, end: 87_000_000, steps: 120)])
        // Even when it shows more than before, and when that looks like a dip.
        let busy = records([(1420, 50), (1450, 120), (1460, 130)], resetsDaily: true)
        #expect(busy.map(\.steps) == [120, 10])
        let dip = records([(1420, 50), (1450, 0), (1460, 60)], resetsDaily: true)
        #expect(dip.map(\.steps) == [0, 60])
    }

    @Test func `what was counted by midnight itself belongs to the day before`() {
        let found = records([(1420, 7990), (1440, 8000), (1450, 20)], resetsDaily: true)
        #expect(found.map(\.steps) == [10, 20])
    }

    @Test func `a reset through the derivation leaves the time before it unknown`() {
        var scene = Scene()
        let watch = scene.source("watch", resetsDaily: true)
        let next = Scene.date.advanced(by: 1)
        scene.count([(at("23:40"), 8000), (at("00:10", next), 120)], source: watch)
        let days = scene.days(Scene.date...next)
        #expect(days.map(\.coverage) == [.none, .partial])
        #expect(days[1].steps == Steps(120))
        #expect(days[1].coveredMinutes == 10)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `monotone samples add up, in any order and partition`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var samples: [(Int64, Int64)] = []
        var (time, value): (Int64, Int64) = (0, 0)
        for _ in 0..<Int.random(in: 2...60, using: &generator) {
            time += Int64.random(in: 1...90, using: &generator)
            value += Int64.random(in: 0...300, using: &generator)
            samples.append((time, value))
        }
        let found = records(samples)
        let total = found.reduce(0) { $0 + Int64($1.steps) }
        #expect(total == value - samples[0].1)
        #expect(found.allSatisfy { $0.steps >= 0 && $0.length > 0 })
        let twice = (samples + samples.filter { _ in Bool.random(using: &generator) })
        #expect(records(twice.shuffled(using: &generator)) == found)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `no samples give negative steps or trap`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let hostile: [Int64] = [0, 1, .max, .max - 1, 65_535, 99_999, 1_000_000, 5]
        let samples = (0..<20).map { _ in
            (
                Int64.random(in: 0...3000, using: &generator),
                hostile.randomElement(using: &generator) ?? 0
            )
        }
        for modulus in [nil, 1, 10_000, .max] as [Int64?] {
            let found = records(samples, modulus: modulus, resetsDaily: seed % 2 == 0)
            #expect(found.allSatisfy { $0.steps >= 0 && $0.length > 0 })
        }
    }
}
