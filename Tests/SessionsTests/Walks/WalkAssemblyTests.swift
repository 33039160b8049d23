import Model
import Testing

@testable import Sessions

/// Walks that tracks witness, alone and beside steps (SESSIONS.md §9, G1 to G3).
struct WalkAssemblyTests {
    /// A scene on the day of a track.
    private func scene(_ tracks: [[TrackPoint]], kind: SourceKind = .gpx) -> Scene {
        var scene = Scene()
        let source = scene.source("tracker", kind)
        scene.observations.files = [FileReference(name: "a.gpx", sha256: "aa")]
        for (segment, points) in tracks.enumerated() {
            scene.observations.tracks.append(
                Observed(
                    TrackPiece(
                        source: source,
                        segment: Int32(segment),
                        piece: 0,
                        points: points
                    ),
                    file: 0
                )
            )
        }
        return scene
    }

    private func track(from time: String) -> SyntheticTrack {
        SyntheticTrack(at: at(time).milliseconds)
    }

    @Test func `a recorded walk begins and ends with its first and last second`() {
        var track = track(from: "12:44:45")
        track.height = 100
        track.go(1.2, seconds: 250)
        let scene = scene([track.points])
        let walk = scene.walks.first
        #expect(walk?.start == at("12:44:45"))
        #expect(walk?.end == at("12:48:55"))
        #expect(walk?.active == Milliseconds(250_000))
        #expect(walk?.pause == .zero)
        #expect(walk?.steps == nil)
        #expect(walk?.doubledCadence == nil)
        #expect(abs((walk?.distance?.millimetres ?? 0) - 300_000) < 6_000)
        #expect(walk?.climb == Metres(millimetres: 0))
        #expect(scene.day.tracks.isEmpty)
        #expect(scene.day.steps == nil)
        #expect(scene.day.stepping?.low == Milliseconds(250_000))
    }

    @Test func `a recording of less than four minutes is a track and no walk`() {
        var track = track(from: "12:44:45")
        track.go(1.2, seconds: 120)
        let first = track.points.count
        track.wait(15)
        track.go(1.2, seconds: 115)
        let scene = scene([Array(track.points[..<first]), Array(track.points[first...])])
        #expect(scene.walks.isEmpty)
        #expect(scene.day.tracks.map(\.kind) == [.track, .track])
        #expect(scene.day.tracks.first?.start == at("12:44:45"))
        #expect(scene.day.stepping?.central.count ?? 0 > 200_000)
    }

    @Test func `a drive is a track, and steps in it are none`() {
        var track = track(from: "10:00")
        track.go(1.2, seconds: 20)
        track.stand(seconds: 60)
        track.go(12, seconds: 900)
        var scene = scene([track.points])
        let watch = scene.source("watch")
        scene.add(times(17, 80), from: at("10:00"), source: watch)
        #expect(scene.walks.isEmpty)
        #expect(scene.day.tracks.count == 1)
        #expect(scene.day.steps?.count ?? .max <= 3 * 80)
        let receipt = scene.derivation.receipt(of: Scene.date, from: scene.observations)
        #expect(receipt?.entries.last?.losers.map(\.reason).contains(.vehicle) == true)
    }

    @Test func `a track tells the time, and the watch beside it the steps`() {
        var track = track(from: "10:00")
        track.go(1.3, seconds: 600)
        track.stand(seconds: 120)
        track.go(1.3, seconds: 600)
        var scene = scene([track.points])
        let watch = scene.source("watch")
        scene.add(times(10, 108) + [0, 0] + times(10, 108), from: at("10:00"), source: watch)
        let walk = scene.walks.first
        #expect(scene.walks.count == 1)
        #expect(walk?.sources == ["tracker", "watch"])
        #expect(walk?.steps == Steps(2160))
        #expect(abs((walk?.active.count ?? 0) - 1_200_000) <= 5_000)
        #expect(walk?.doubledCadence == nil)
        #expect(scene.day.steps == Steps(2160))
    }

    @Test func `a jog is a session where steps witness it`() {
        var track = track(from: "10:00")
        track.go(3, seconds: 900)
        let alone = scene([track.points])
        #expect(alone.walks.isEmpty)
        #expect(alone.day.tracks.count == 1)
        var scene = alone
        let watch = scene.source("watch")
        scene.add(times(15, 160), from: at("10:00"), source: watch)
        #expect(scene.walks.map(\.kind) == [.run])
        #expect(scene.walks.map(\.running.count) == [900_000])
        #expect(scene.day.sessionWalking == .zero)
    }

    @Test func `coarse steps beside a track count as steps and not as time`() {
        var track = track(from: "10:00")
        track.go(1.3, seconds: 1800)
        var scene = scene([track.points])
        let phone = scene.source("phone", .phone)
        scene.add([1600, 1600], from: at("10:00"), every: 15, source: phone)
        #expect(scene.walks.map(\.quality) == [.measured])
        #expect(scene.day.steps == Steps(3200))
        #expect(scene.day.estimated == .zero)
        #expect(scene.day.stepping?.central == scene.walks.first?.active)
    }

    @Test func `a total of the day does not add the time of a track again`() {
        var track = track(from: "10:00")
        track.go(1.3, seconds: 1800)
        var scene = scene([track.points])
        let totals = scene.source("totals", .unknown)
        scene.add([5000], from: at("00:00"), every: 1440, source: totals)
        #expect(scene.day.steps == Steps(5000))
        #expect(scene.day.stepping?.central == Milliseconds.minutes(50))
    }

    @Test func `a track across the edge of a day is whole on the day of its start`() {
        var track = track(from: "23:50")
        track.go(1.3, seconds: 1200)
        let scene = scene([track.points])
        let next = Scene.date.advanced(by: 1)
        let days = scene.days(Scene.date...next)
        #expect(days.map(\.walks.count) == [1, 0])
        #expect(days.map(\.sessionWalking.count) == [600_000, 600_000])
        let part = scene.observations.touching(next...next.advanced(by: 2), home: scene.home)
        let outcome = scene.derivation.days(
            next.advanced(by: 1)...next.advanced(by: 1),
            from: part,
            loaded: next...next.advanced(by: 2)
        )
        guard case .days(let quiet) = outcome else {
            Issue.record("asks for more")
            return
        }
        #expect(quiet.map(\.coverage) == [.none])
    }
}
