import Model
import Testing

@testable import Sessions

struct MinuteEvidenceTests {
    private func evidence(_ scene: Scene) -> MinuteEvidence {
        MinuteEvidence(
            PreparedObservations(scene.observations, plausibility: scene.plausibility),
            window: MinuteWindow(dates: Scene.date...Scene.date, home: scene.home),
            derivation: scene.derivation
        )
    }

    @Test func `lanes stand by rank, then name, then channel`() {
        var scene = Scene()
        for (name, kind) in [("b", .phone), ("c", .watch), ("a", .phone), ("d", .mirror)]
            as [(String, SourceKind)]
        {
            scene.add([5], from: at("10:00"), source: scene.source(name, kind))
        }
        let diary = scene.source("a", .declared)
        scene.declare(at("11:00"), at("11:10"), moving: 600_000, source: diary)
        let found = evidence(scene)
        // By name: a, b, c, d.
        #expect(found.lanes.map(\.source) == [0, 2, 0, 1, 3])
        #expect(found.lanes.map(\.channel) == [.declared, .steps, .steps, .steps, .steps])
        #expect(found.lanes.map(\.rank) == [0, 2, 3, 3, 8])
        #expect(found.declared.count == 1)
    }

    @Test func `each length goes its own way`() {
        var scene = Scene.watch([5], from: "10:00")
        scene.add([700], from: at("12:00"), every: 15, source: 0)
        scene.add([7000], from: at("00:00"), every: 1440, source: 0)
        let found = evidence(scene)
        #expect(found.lanes.map(\.range) == [600..<601])
        #expect(found.epochs.map(\.steps) == [700])
        #expect(found.totals.best.map { $0?.steps } == [7000])
        #expect(found.coverage.known.allSatisfy { $0 })
    }

    @Test func `a drive is noted, and takes the steps of its minutes`() {
        var track = SyntheticTrack(at: at("10:00").milliseconds)
        track.go(12, seconds: 300)
        var scene = Scene.watch(times(10, 80), from: "10:00")
        let tracker = scene.source("tracker", .gpx)
        scene.observations.tracks = [
            Observed(
                TrackPiece(source: tracker, segment: 0, piece: 0, points: track.points),
                file: 0
            )
        ]
        let found = evidence(scene)
        #expect((600..<605).allSatisfy { found.isVehicle[$0] && found.isTracked[$0] })
        #expect(!found.isVehicle[606] && !found.isTracked[606])
        let steps = found.lanes.first { $0.channel == .steps }
        #expect((600..<610).map { steps?[$0] } == [0, 0, 0, 0, 0, 80, 80, 80, 80, 80])
    }

    @Test func `nothing costs nothing`() {
        let found = evidence(Scene())
        #expect(found.lanes.isEmpty && found.epochs.isEmpty && found.isVehicle.isEmpty)
        #expect(found.isTracked.isEmpty)
    }
}
