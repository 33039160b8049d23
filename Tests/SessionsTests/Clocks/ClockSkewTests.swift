import Model
import TestSupport
import Testing

@testable import Sessions

/// Suspicions, and the masks of core minutes under them.
struct ClockSkewTests {
    /// Walks of a watch, and the same told by a phone so many minutes later.
    private func scene(walks: Int, lag: Int64) -> Scene {
        var scene = Scene()
        let watch = scene.source("watch")
        let phone = scene.source("phone", .phone)
        for walk in 0..<walks {
            let start = at("06:00").advanced(by: Int64(walk) * 3_600_000)
            scene.add(times(12 + walk, 100), from: start, source: watch)
            scene.add(
                times(12 + walk, 95),
                from: start.advanced(by: lag * 60_000),
                source: phone
            )
        }
        return scene
    }

    private func suspicions(_ scene: Scene) -> [ClockSkewSuspicion] {
        ClockSkew.suspicions(
            in: scene.observations,
            on: Scene.date...Scene.date,
            derivation: scene.derivation
        )
    }

    @Test(arguments: [-10, -7, -4, 4, 7, 10] as [Int64])
    func `a clock that is minutes off is suspected on three walks`(lag: Int64) {
        let found = suspicions(scene(walks: 3, lag: lag))
        #expect(found.map(\.first) == ["phone"])
        #expect(found.map(\.second) == ["watch"])
        // The watch tells earlier by what the phone tells later.
        #expect(found.map(\.lagMinutes) == [-Int(lag)])
        #expect(found.map(\.blocks) == [3])
    }

    @Test func `two walks are no ground for a suspicion`() {
        #expect(suspicions(scene(walks: 2, lag: 5)).isEmpty)
    }

    @Test func `clocks that agree, or nearly, are not suspected`() {
        #expect(suspicions(scene(walks: 6, lag: 0)).isEmpty)
        #expect(suspicions(scene(walks: 6, lag: 1)).isEmpty)
    }

    @Test func `trackers that were worn at different times are not suspected`() {
        #expect(suspicions(scene(walks: 4, lag: 30)).isEmpty)
        #expect(suspicions(Scene.watch(times(90, 100), from: "10:00")).isEmpty)
    }
}
