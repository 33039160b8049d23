import Model
import Testing

@testable import Sessions

/// The worked examples F1 to F4 of SESSIONS.md §9, and the rules of witnesses around them.
struct MinuteFusionTests {
    private func twins(_ watch: [Int32?], _ phone: [Int32?], phoneFrom: String = "10:00") -> Scene {
        var scene = Scene.watch(watch, from: "10:00")
        let other = scene.source("phone", .phone)
        scene.add(phone, from: at(phoneFrom), source: other)
        return scene
    }

    @Test func `of two trackers that lag one counts`() {
        let scene = twins(times(11, 105), times(11, 100), phoneFrom: "10:02")
        #expect(scene.walks.map(\.active.count) == [660_000])
        #expect(scene.walks.first?.steps == Steps(1155))
        #expect(scene.walks.first?.sources == ["watch"])
        #expect(scene.day.steps == Steps(1155))
    }

    @Test func `a phone fills what the watch missed`() {
        let scene = twins(times(6, 105), times(5, 100), phoneFrom: "10:06")
        let walk = scene.walks.first
        #expect(walk?.active == Milliseconds(600_000 + 57_142))
        #expect(walk?.steps == Steps(1130))
        #expect(walk?.sources == ["phone", "watch"])
    }

    @Test func `two minutes are no hole to fill`() {
        let scene = twins(times(6, 105) + [0, 0] + times(6, 105), times(14, 100))
        #expect(scene.walks.first?.steps == Steps(1260))
        #expect(scene.walks.first?.sources == ["watch"])
    }

    @Test func `a watch on the charger is not believed`() {
        let scene = twins(times(11, 3), times(11, 100))
        #expect(scene.walks.map(\.active.count) == [660_000])
        #expect(scene.walks.first?.steps == Steps(1100))
        #expect(scene.walks.first?.sources == ["phone"])
    }

    @Test func `the same data under another name change nothing`() {
        let alone = Scene.watch([35] + times(10, 105) + [20], from: "10:00")
        var twice = alone
        let copy = twice.source("watch again")
        twice.add([35] + times(10, 105) + [20], from: at("10:00"), source: copy)
        #expect(alone.day == twice.day)
    }

    @Test func `a rank that a person set wins over the kind`() {
        var scene = twins(times(11, 105), times(11, 100))
        scene.settings.ranks = ["phone": 1]
        #expect(scene.walks.first?.steps == Steps(1100))
    }

    @Test func `of equal ranks the name whose bytes come first wins`() {
        var scene = Scene()
        let second = scene.source("é", .unknown)
        let first = scene.source("z", .unknown)
        scene.add(times(10, 90), from: at("10:00"), source: second)
        scene.add(times(10, 80), from: at("10:00"), source: first)
        #expect(scene.walks.first?.sources == ["z"])
    }

    @Test func `outside of blocks a recorded nothing is a record`() {
        let scene = twins([0, 0, 0], [15, 15, 15])
        #expect(scene.day.steps == Steps(0))
        #expect(scene.day.stepping == .zero)
    }

    @Test func `a mirror counts only where nobody else does`() {
        var scene = Scene.watch(times(10, 0) + times(10, nil), from: "10:00")
        let mirror = scene.source("watch Health Connect", .mirror)
        scene.add(times(20, 10), from: at("10:00"), source: mirror)
        #expect(scene.day.steps == Steps(100))
    }

    private func times(_ count: Int, _ steps: Int32?) -> [Int32?] {
        [Int32?](repeating: steps, count: count)
    }
}
