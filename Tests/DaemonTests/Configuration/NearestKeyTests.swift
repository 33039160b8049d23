import Testing

@testable import Daemon

struct NearestKeyTests {
    private let known = ["time-zone", "goal-minutes", "folder", "device", "plan", "zone", "source"]

    @Test(arguments: [
        ("timezone", "time-zone"), ("time_zone", "time-zone"), ("Time-Zone", "time-zone"),
        ("tiem-zone", "time-zone"), ("folders", "folder"), ("fodler", "folder"),
        ("goal-minute", "goal-minutes"), ("zones", "zone"), ("paln", "plan"), ("sorce", "source"),
    ])
    func `a slip of the finger finds the key`(typed: String, meant: String) {
        #expect(nearestKey(to: typed, among: known) == meant)
    }

    @Test(arguments: ["", "x", "colour", "pan-e", "goal", "planning"])
    func `another word finds nothing`(typed: String) {
        #expect(nearestKey(to: typed, among: known) == nil)
    }

    @Test func `the nearer of two keys wins`() {
        #expect(nearestKey(to: "plane", among: ["planet", "plane"]) == "plane")
    }

    @Test func `a very long word costs nothing`() {
        #expect(nearestKey(to: String(repeating: "a", count: 1_000_000), among: known) == nil)
        #expect(nearestKey(to: "a", among: []) == nil)
    }
}
