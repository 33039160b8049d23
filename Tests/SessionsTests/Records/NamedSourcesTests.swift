import Model
import Testing

@testable import Sessions

struct NamedSourcesTests {
    private func sources(_ scene: Scene) -> NamedSources {
        NamedSources(scene.observations, plausibility: scene.plausibility)
    }

    @Test func `entries of one name are one source, in the order of their bytes`() {
        var scene = Scene()
        let names: [SourceIndex] = [
            scene.source("z", .phone), scene.source("é"), scene.source("z", .gpx, omitsZeros: true),
            scene.source("Z"),
        ]
        let found = sources(scene)
        #expect(found.all.map(\.name) == ["Z", "z", "é"])
        #expect(names.map { found.place(of: $0) } == [1, 2, 1, 0])
        #expect(found.all[1].omitsZeros)
        #expect(found.place(of: 99) == nil)
    }

    @Test func `names that only look alike are two sources`() {
        var scene = Scene()
        _ = scene.source("e\u{301}")
        scene.observations.sources.append(Source(name: "\u{E9}", kind: .watch))
        #expect(sources(scene).all.count == 2)
    }

    @Test func `kinds have ranks, and what a person set wins`() {
        var scene = Scene()
        for (place, kind) in SourceKind.allCases.enumerated() {
            _ = scene.source("\(place)", kind)
        }
        let all = sources(scene).all
        func ranks(_ channel: Channel) -> [Int] {
            all.map { $0.rank(in: channel, settings: scene.settings) }
        }
        #expect(ranks(.steps) == [0, 4, 2, 3, 4, 8])
        #expect(ranks(.track) == [1, 1, 1, 1, 1, 8])
        #expect(ranks(.declared) == [0, 0, 0, 0, 0, 8])
        #expect(ranks(.coarse) == [5, 5, 5, 5, 5, 8])
        #expect(ranks(.daily) == [9, 9, 9, 9, 9, 9])
        scene.settings.ranks = ["3": -1]
        #expect(ranks(.daily)[3] == -1)
    }

    @Test func `the last known time is the end of the last plausible record`() {
        var scene = Scene.watch(times(10, 100), from: "10:00")
        scene.add([5], from: Instant(seconds: 3_000_000_000), source: 0)
        #expect(sources(scene).all[0].lastKnown == at("10:10").milliseconds)
        #expect(sources(scene).all[0].lastMinute == at("10:09").milliseconds)
        scene.count([(at("11:00"), 5)], source: 0)
        #expect(sources(scene).all[0].lastMinute == at("10:59").milliseconds)
        #expect(sources(scene).all[0].lastKnown == at("11:00").milliseconds)
        scene.declare(at("12:00"), at("12:30"), moving: 60_000, source: 0)
        #expect(sources(scene).all[0].lastKnown == at("12:30").milliseconds)
        scene.observations.lastKnown = [at("18:00")]
        #expect(sources(scene).all[0].lastKnown == at("18:00").milliseconds)
    }
}
