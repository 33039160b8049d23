import Model
import TestSupport
import Testing

@testable import Sessions

/// What holds for any observations, honest or hostile.
struct DerivationTests {
    @Test func `nothing gives days of nothing`() {
        let scene = Scene()
        let days = scene.days(Scene.date...Scene.date.advanced(by: 40))
        #expect(days.count == 41)
        #expect(days.allSatisfy { $0.coverage == .none && $0.steps == nil && $0.walks.isEmpty })
        #expect(days[0] == Day(date: Scene.date, zoneName: "UTC"))
        #expect(
            scene.derivation.receipt(of: Scene.date, from: scene.observations)?.entries.isEmpty
                == true
        )
    }

    @Test func `dates that are not loaded ask for more`() {
        let scene = Scene.watch(times(10, 100), from: "10:00")
        let next = Scene.date.advanced(by: 1)
        let outcome = scene.derivation.days(
            Scene.date...next,
            from: scene.observations,
            loaded: Scene.date...Scene.date
        )
        guard case .needsMore = outcome else {
            Issue.record("derived what is not loaded")
            return
        }
    }

    @Test func `a month beyond a chunk is derived in one go`() {
        var scene = Scene()
        let watch = scene.source("watch")
        for day in 0..<70 {
            scene.add(
                times(10, 100),
                from: at("23:55", Scene.date.advanced(by: day)),
                source: watch
            )
        }
        let days = scene.days(Scene.date...Scene.date.advanced(by: 70))
        #expect(days.map(\.walks.count) == [Int](repeating: 1, count: 70) + [0])
        #expect(days.map(\.sessionWalking.count).reduce(0, +) == 70 * 600_000)
        #expect(days.last?.steps == Steps(500))
    }

    @Test func `settings change what a walk is`() {
        var scene = Scene.watch(times(10, 50), from: "10:00")
        #expect(scene.walks.isEmpty)
        scene.settings.coreStepsPerMinute = 50
        #expect(scene.walks.count == 1)
        scene.settings.minimumActive = .minutes(11)
        #expect(scene.walks.isEmpty)
    }

    @Test func `quarantine is undone by other limits`() {
        var scene = Scene.watch(times(10, 100) + [400], from: "10:00")
        #expect(scene.day.steps == Steps(1000))
        scene.plausibility.maximumStepsPerMinute = 400
        #expect(scene.day.steps == Steps(1400))
        scene.plausibility.latest = at("10:05")
        #expect(scene.day.steps == Steps(500))
        scene.plausibility.earliest = at("10:03")
        #expect(scene.day.steps == Steps(200))
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `no observations trap`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var scene = Scene()
        let sources = (0..<4).map { place in
            scene.source(
                "source \(place)",
                SourceKind.allCases[place],
                resetsDaily: place == 1,
                modulus: place == 2 ? .max : nil
            )
        }
        func instant() -> Instant {
            let odd = [Int64.min, .max, 0, -1, 946_684_800_000]
            if Int.random(in: 0...3, using: &generator) == 0 {
                return Instant(milliseconds: odd.randomElement(using: &generator) ?? 0)
            }
            return at("08:00").advanced(by: Int64.random(in: 0...7_200_000, using: &generator))
        }
        for place in 0..<400 {
            let source: SourceIndex =
                place % 50 == 0 ? 999 : sources.randomElement(using: &generator) ?? 0
            let odd: [Int32] = [0, 1, 299, .max, -5]
            let steps = odd.randomElement(using: &generator) ?? 0
            let start = instant()
            scene.add(
                steps,
                start,
                Bool.random(using: &generator) ? start : instant(),
                source: source,
                file: Int32.random(in: -1...3, using: &generator)
            )
            scene.count(
                [(instant(), [0, .max, -1, 70_000].randomElement(using: &generator) ?? 0)],
                source: source
            )
            scene.declare(
                instant(),
                instant(),
                moving: [.min, .max, 60_000].randomElement(using: &generator) ?? 0,
                steps: steps,
                source: source
            )
        }
        scene.observations.lastKnown = [Instant(milliseconds: .min), Instant(milliseconds: .max)]
        let day = scene.day
        #expect(day.date == Scene.date)
        let low = day.stepping?.low ?? .zero
        #expect(low >= .zero)
        #expect(scene.derivation.receipt(of: Scene.date, from: scene.observations) != nil)
    }

    @Test func `thousands of records in a minute are held and not wrapped`() {
        var scene = Scene()
        let watch = scene.source("watch")
        scene.plausibility.maximumStepsPerMinute = .max / 2
        for millisecond in 0..<4000 {
            let start = at("10:00").advanced(by: Int64(millisecond))
            scene.add(.max, start, start.advanced(by: 1), source: watch)
        }
        scene.add(times(9, 100), from: at("10:01"), source: watch)
        #expect(scene.day.steps == Steps(Int64(Int32.max) + 900))
        #expect(scene.walks.count == 1)
    }

    @Test func `a bogus stamp years ago costs nothing and changes nothing`() {
        var scene = Scene.watch(times(10, 100), from: "10:00")
        scene.add([7], from: Instant(seconds: 980_000_000), source: 0)
        #expect(scene.walks.count == 1)
        #expect(scene.days(date("2001-01-20")...date("2001-01-20"))[0].steps == Steps(7))
    }
}
