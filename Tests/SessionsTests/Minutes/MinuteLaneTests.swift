import Testing

@testable import Sessions

struct MinuteLaneTests {
    private func lane(_ channel: Channel) -> MinuteLane {
        MinuteLane(source: 0, channel: channel, rank: 1, range: 10..<15)
    }

    @Test func `nothing is known outside of the range or before something is added`() {
        var lane = lane(.steps)
        lane.add(5, at: 9)
        lane.add(5, at: 15)
        #expect((8..<17).allSatisfy { lane[$0] == MinuteLane.absent })
        lane.add(0, at: 12)
        #expect(lane[12] == 0)
        #expect(lane.hasRecord(in: 0..<13))
        #expect(!lane.hasRecord(in: 13..<40))
    }

    @Test func `sums are held at the largest number`() {
        var lane = lane(.steps)
        lane.add(.max, at: 10)
        lane.add(.max, at: 10)
        #expect(lane[10] == .max)
        #expect(lane.score(10) == 60_000)
    }

    @Test func `scores and levels go by the channel`() {
        var steps = lane(.steps)
        var track = lane(.track)
        for (place, value) in [19, 20, 59, 60].enumerated() {
            steps.add(Int64(value), at: 10 + place)
        }
        for (place, value) in [11_999, 12_000, 29_999, 30_000].enumerated() {
            track.add(Int64(value), at: 10 + place)
        }
        let levels: [MinuteLevel] = [.quiet, .edge, .edge, .core, .quiet]
        let settings = SessionSettings()
        #expect((10..<15).map { steps.level($0, settings) } == levels)
        #expect((10..<15).map { track.level($0, settings) } == levels)
        #expect(steps.score(13) == 36_000)
        #expect(track.score(13) == 30_000)
        #expect(steps.score(14) == 0)
    }

    @Test func `a vehicle takes steps and leaves nothing as it was`() {
        var lane = lane(.steps)
        lane.add(80, at: 10)
        lane.suppress(10)
        lane.suppress(11)
        lane.suppress(99)
        #expect(lane[10] == 0)
        #expect(lane[11] == MinuteLane.absent)
    }

    @Test func `only steps and declarations count steps`() {
        var declared = lane(.declared)
        declared.add(60_000, at: 10)
        #expect(declared.steps(10) == MinuteLane.absent)
        declared.addDeclared(steps: 90, at: 10)
        declared.addDeclared(steps: 90, at: 99)
        #expect(declared.steps(10) == 90)
        #expect(declared.steps(11) == MinuteLane.absent)
        #expect(declared[10] == 60_000)
    }
}
