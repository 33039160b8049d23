import Model
import TestSupport
import Testing

@testable import Sessions

/// The invariants of days, fusion and coarse data (SESSIONS.md §10, D1–D7, C1–C5, F1–F6).
struct DayInvariantTests {
    private func derived(_ random: RandomScene) -> DerivedWindow {
        let dates =
            random.dates.lowerBound.advanced(by: -3)...random.dates.upperBound.advanced(by: 3)
        return DerivedWindow(
            PreparedObservations(
                random.scene.observations,
                plausibility: random.scene.plausibility
            ),
            dates: dates,
            derivation: random.scene.derivation
        )
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `days add up to their walks and minutes`(seed: UInt64) {
        let random = RandomScene.full(seed: seed)
        let dates =
            random.dates.lowerBound.advanced(by: -2)...random.dates.upperBound.advanced(by: 2)
        let days = random.scene.days(dates)
        let walks = days.flatMap(\.walks)
        let walking = walks.reduce(0) { $0 + $1.active.count - $1.running.count }
        #expect(days.reduce(0) { $0 + $1.sessionWalking.count } == walking)
        for (walk, next) in zip(walks, walks.dropFirst()) { #expect(walk.end <= next.start) }
        for day in days {
            let range = random.scene.home.range(of: day.date)
            let length = range.lowerBound.milliseconds(to: range.upperBound)
            #expect(day.sessionWalking.count <= length)
            #expect(Int64(day.coveredMinutes) * 60_000 <= length)
            guard let stepping = day.stepping else { continue }
            #expect(stepping.low <= stepping.central && stepping.central <= stepping.high)
            #expect(day.estimated <= stepping.central)
        }
        for walk in walks {
            guard let bounds = walk.activeBounds else { continue }
            #expect(bounds.contains(walk.active))
        }
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `steps of days are the steps of minutes, epochs and totals`(seed: UInt64) {
        var random = RandomScene(seed: seed)
        random.addMinutes("watch", .watch)
        random.addLooseRecords("loose")
        let window = derived(random)
        let dates =
            random.dates.lowerBound.advanced(by: -2)...random.dates.upperBound.advanced(by: 2)
        let days = random.scene.days(dates)
        let fused = window.fused.steps.reduce(0) { $0 + Int64(max(0, $1)) }
        let coarse = window.coarse.used.flatMap(\.shares).reduce(0) { $0 + $1.steps }
        #expect(days.reduce(0) { $0 + ($1.steps?.count ?? 0) } == fused + coarse)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `another zone changes no walk and no sum`(seed: UInt64) {
        var random = RandomScene(seed: seed, zone: "UTC")
        random.addMinutes("watch", .watch)
        random.addMinutes("phone", .phone)
        let dates =
            random.dates.lowerBound.advanced(by: -2)...random.dates.upperBound.advanced(by: 2)
        var other = random.scene
        other.home = HomeZones(.named("America/St_Johns"))
        let (utc, local) = (random.scene.days(dates), other.days(dates))
        #expect(utc.flatMap(\.walks) == local.flatMap(\.walks))
        #expect(
            utc.reduce(0) { $0 + $1.sessionWalking.count }
                == local.reduce(0) { $0 + $1.sessionWalking.count }
        )
        #expect(
            utc.reduce(0) { $0 + ($1.steps?.count ?? 0) }
                == local.reduce(0) { $0 + ($1.steps?.count ?? 0) }
        )
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `coarser records of the same minutes keep the steps`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let minutes = (0..<600).map { _ in
            Int.random(in: 0...2, using: &generator) == 0
                ? Int32.random(in: 0...130, using: &generator) : 0
        }
        let total = minutes.reduce(0) { $0 + Int64($1) }
        for length in [1, 5, 15, 60] {
            let sums = stride(from: 0, to: 600, by: length).map { first -> Int32? in
                minutes[first..<first + length].reduce(0, +)
            }
            var scene = Scene()
            let source = scene.source("phone", .phone)
            scene.add(sums, from: at("06:00"), every: Int64(length), source: source)
            #expect(scene.day.steps == Steps(total))
            guard let stepping = scene.day.stepping else { continue }
            #expect(stepping.low <= stepping.central && stepping.central <= stepping.high)
        }
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `halves of an epoch keep its steps and stay inside its bounds`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let steps = Int32.random(in: 0...4000, using: &generator) * 2
        var whole = Scene()
        whole.add([steps], from: at("10:00"), every: 60, source: whole.source("phone", .phone))
        var halves = Scene()
        halves.add(
            [steps / 2, steps / 2],
            from: at("10:00"),
            every: 30,
            source: halves.source("phone", .phone)
        )
        #expect(whole.day.steps == halves.day.steps)
        guard let outer = whole.day.stepping, let inner = halves.day.stepping else {
            Issue.record("nothing derived")
            return
        }
        // A floor a half loses less than a millisecond.
        #expect(inner.low.count >= outer.low.count - 1)
        #expect(inner.high <= outer.high)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `copies and weaker sources change no walk`(seed: UInt64) {
        var random = RandomScene(seed: seed)
        random.addMinutes("watch", .watch)
        let alone = random.scene.days(random.dates)
        var copied = random.scene
        let copy = copied.source("watch, once more")
        var weaker = random.scene
        let weak = weaker.source("phone", .phone)
        for observed in random.scene.observations.steps {
            let reading = observed.reading
            copied.add(reading.steps, reading.start, reading.end, source: copy)
            weaker.add(reading.steps / 2, reading.start, reading.end, source: weak)
        }
        #expect(copied.days(random.dates) == alone)
        #expect(weaker.days(random.dates).flatMap(\.walks) == alone.flatMap(\.walks))
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `fused steps of a block are at most those of its sources`(seed: UInt64) {
        var random = RandomScene(seed: seed)
        random.addMinutes("watch", .watch)
        random.addMinutes("phone", .phone)
        let window = derived(random)
        for block in window.activity.blocks {
            let fused = block.reduce(0) { $0 + Int64(max(0, window.fused.steps[$1])) }
            let sources = window.evidence.lanes.map { lane in
                block.reduce(0) { $0 + Int64(max(0, lane[$1])) }
            }
            let witnesses = Set(block.map { window.fused.witness[$0] }.filter { $0 >= 0 })
            // With a fill, the most there can be is the sum.
            let most = witnesses.count > 1 ? sources.reduce(0, +) : sources.max() ?? 0
            #expect(fused <= most)
        }
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `one source of several is what it is alone`(seed: UInt64) {
        let random = RandomScene.full(seed: seed)
        var only = random.scene
        only.observations.steps.removeAll { $0.reading.source != 0 }
        only.observations.counters = []
        only.observations.declared = []
        var bare = only
        bare.observations.sources = [random.scene.observations.sources[0]]
        #expect(only.days(random.dates) == bare.days(random.dates))
    }

    @Test(arguments: [1, 2])
    func `a twin that lags a minute or two changes no walk`(lag: Int64) {
        var scene = Scene()
        let first = scene.source("watch")
        let steps = times(12, 100) + times(20, 0) + times(30, 95) + times(9, 0) + times(8, 110)
        scene.add(steps, from: at("08:00"), source: first)
        let alone = scene.walks.map(\.active)
        let twin = scene.source("phone", .phone)
        scene.add(steps, from: at("08:00").advanced(by: lag * 60_000), source: twin)
        #expect(scene.walks.map(\.active) == alone)
    }
}
