import Model
import Testing

@testable import Sessions

struct StatementCollectorTests {
    private func statements(_ scene: Scene, _ from: String, _ to: String) -> [Statement] {
        let derived = DerivedWindow(
            PreparedObservations(scene.observations, plausibility: scene.plausibility),
            dates: Scene.date...Scene.date,
            derivation: scene.derivation
        )
        return StatementCollector(
            derived: derived,
            observations: scene.observations,
            derivation: scene.derivation,
            region: at(from).milliseconds..<at(to).milliseconds
        ).statements().sorted {
            ($0.span.lowerBound, $0.firstLine) < ($1.span.lowerBound, $1.firstLine)
        }
    }

    @Test func `only what touches the stretch is said`() {
        let found = statements(.watch(times(10, 100), from: "10:00"), "10:03", "10:05")
        #expect(found.map(\.firstLine) == [5, 6])
        #expect(found.allSatisfy { $0.channel == .steps && $0.objection == nil })
    }

    @Test func `channels go by length, and marks by what their day says`() {
        var scene = Scene.watch([100], from: "10:00")
        scene.add([700], from: at("10:00"), every: 15, source: 0)
        scene.add([7000], from: at("00:00"), every: 1440, source: 0)
        let marks = scene.source("marks")
        for place in 0..<8 {
            let time = at("10:00").advanced(by: Int64(place) * 1_800_000)
            scene.add(5, time, time, source: marks)
        }
        let found = statements(scene, "10:00", "10:01")
        #expect(found.map(\.channel) == [.daily, .steps, .coarse, .coarse])
        #expect(found.last?.span == at("10:00").milliseconds..<at("10:30").milliseconds)
    }

    @Test func `covered records are marked as such, marks of one minute are not`() {
        var scene = Scene.watch(times(5, 100), from: "10:00")
        scene.add([700], from: at("10:00"), every: 5, source: 0)
        let marks = scene.source("marks")
        scene.add(5, at("10:00:10"), at("10:00:10"), source: marks)
        scene.add(5, at("10:00:20"), at("10:00:20"), source: marks)
        let found = statements(scene, "10:00", "10:05")
        #expect(found.filter(\.isSuperseded).map(\.firstLine) == [7])
    }

    @Test func `points of one minute and file are one statement, copies none`() {
        var track = SyntheticTrack(at: at("10:00").milliseconds)
        track.go(1.2, seconds: 119)
        var scene = Scene()
        let tracker = scene.source("tracker", .gpx)
        scene.observations.files = [
            FileReference(name: "b", sha256: "bb"), FileReference(name: "a", sha256: "aa"),
        ]
        for file in [0, 1] as [Int32] {
            scene.observations.tracks.append(
                Observed(
                    TrackPiece(source: tracker, segment: 0, piece: 0, points: track.points),
                    file: file
                )
            )
        }
        let found = statements(scene, "10:00", "10:02")
        #expect(found.map(\.file) == [1, 1])
        #expect(found.map(\.firstLine) == [1, 61])
        #expect(found.map(\.lastLine) == [60, 120])
    }

    @Test func `declarations and what is implausible are said too`() {
        var scene = Scene()
        let diary = scene.source("diary", .declared)
        scene.declare(at("10:00"), at("10:10"), moving: 1, source: diary)
        scene.declare(at("10:10"), at("10:00"), moving: 1, source: diary)
        scene.add([9999], from: at("10:00"), source: diary)
        let found = statements(scene, "10:00", "10:05")
        #expect(Set(found.map(\.objection)) == [nil, .tooManySteps, .backwards])
        #expect(found.count == 3)
    }
}
