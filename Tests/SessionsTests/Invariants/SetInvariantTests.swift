import Model
import TestSupport
import Testing

@testable import Sessions

/// The invariants of import and of sets (SESSIONS.md §10, I1–I5), at the level of observations.
struct SetInvariantTests {
    /// Everything in one window: what any other way of deriving must come to.
    private func everything(_ random: RandomScene) -> [Day] {
        let scene = random.scene
        let dates =
            random.dates.lowerBound.advanced(by: -2)...random.dates.upperBound.advanced(by: 2)
        let prepared = PreparedObservations(
            scene.observations,
            plausibility: scene.plausibility
        )
        let derived = DerivedWindow(prepared, dates: dates, derivation: scene.derivation)
        return DayFigures(derived: derived, home: scene.home).days(of: random.dates)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `order and repetition of observations change nothing`(seed: UInt64) {
        let random = RandomScene.full(seed: seed)
        var generator = SeededGenerator(seed: seed + 1000)
        var other = random.scene
        other.observations = random.scene.observations.shuffled(using: &generator)
        let days = random.scene.days(random.dates)
        #expect(days.count == 6)
        #expect(days == other.days(random.dates))
        for day in days {
            let receipt = random.scene.derivation.receipt(
                of: day.date,
                from: random.scene.observations
            )
            #expect(
                receipt == other.derivation.receipt(of: day.date, from: other.observations)
            )
            #expect(receipt != nil)
        }
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `sources and files may be numbered in any way`(seed: UInt64) {
        let random = RandomScene.full(seed: seed)
        var other = random.scene
        let count = other.observations.sources.count
        other.observations.sources.reverse()
        func turned(_ source: SourceIndex) -> SourceIndex { SourceIndex(count - 1) - source }
        other.observations.steps = other.observations.steps.map { observed in
            let reading = observed.reading
            return Observed(
                StepReading(
                    start: reading.start,
                    end: reading.end,
                    steps: reading.steps,
                    line: reading.line,
                    source: turned(reading.source)
                ),
                file: observed.file
            )
        }
        other.observations.counters = other.observations.counters.map { observed in
            let reading = observed.reading
            return Observed(
                CounterReading(
                    time: reading.time,
                    value: reading.value,
                    line: reading.line,
                    source: turned(reading.source)
                ),
                file: observed.file
            )
        }
        other.observations.declared = other.observations.declared.map { observed in
            let reading = observed.reading
            return Observed(
                DeclaredReading(
                    start: reading.start,
                    end: reading.end,
                    moving: reading.moving,
                    steps: reading.steps,
                    line: reading.line,
                    source: turned(reading.source)
                ),
                file: observed.file
            )
        }
        #expect(random.scene.days(random.dates) == other.days(random.dates))
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `few days loaded give what all days loaded give`(seed: UInt64) {
        let random = RandomScene.full(seed: seed)
        let all = everything(random)
        #expect(random.scene.days(random.dates) == all)
        for (date, expected) in zip(RandomScene.each(random.dates), all) {
            var reach = 1
            var found: Day?
            while found == nil, reach <= 8 {
                let loaded = date.advanced(by: -reach)...date.advanced(by: reach)
                let part = random.scene.observations.touching(loaded, home: random.scene.home)
                if case .days(let days) = random.scene.derivation.days(
                    date...date,
                    from: part,
                    loaded: loaded
                ) {
                    found = days.first
                    let whole = random.scene.derivation.receipt(
                        of: date,
                        from: random.scene.observations
                    )
                    let receipt = random.scene.derivation.receipt(
                        of: date,
                        from: part,
                        loaded: loaded
                    )
                    #expect(receipt == whole)
                }
                reach *= 2
            }
            #expect(found == expected)
        }
    }

    @Test func `a busy edge of what is loaded asks for more`() {
        let scene = Scene.watch(times(3000, 100), from: "00:00")
        let loaded = Scene.date...Scene.date.advanced(by: 1)
        let outcome = scene.derivation.days(
            Scene.date...Scene.date,
            from: scene.observations,
            loaded: loaded
        )
        guard case .needsMore = outcome else {
            Issue.record("derived from too little")
            return
        }
        #expect(
            scene.derivation.receipt(of: Scene.date, from: scene.observations, loaded: loaded)
                == nil
        )
    }

    @Test func `a night of empty quarter hours is quiet`() {
        var scene = Scene()
        let phone = scene.source("phone", .phone)
        let before = Scene.date.advanced(by: -1)
        scene.add(times(3 * 96, 0), from: at("00:00", before), every: 15, source: phone)
        let loaded = before...Scene.date.advanced(by: 1)
        let outcome = scene.derivation.days(
            Scene.date...Scene.date,
            from: scene.observations,
            loaded: loaded
        )
        guard case .days(let days) = outcome else {
            Issue.record("asks for more")
            return
        }
        #expect(days.map(\.coverage) == [.recorded])
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `observations of two imports, or of one again, come to the same`(seed: UInt64) {
        let random = RandomScene.full(seed: seed)
        var again = random.scene
        let first = random.scene.observations
        again.observations.steps = first.steps.filter { $0.file != 1 } + first.steps + first.steps
        again.observations.declared = first.declared.reversed() + first.declared
        again.observations.counters = first.counters + first.counters.filter { $0.file == 2 }
        #expect(random.scene.days(random.dates) == again.days(random.dates))
    }
}
