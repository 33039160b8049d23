import Testing

@testable import Sessions

struct MinuteSpeakersTests {
    @Test func `nobody speaks at first`() {
        let speakers = MinuteSpeakers(count: 2)
        #expect(!speakers.isAnybody(at: 0))
        #expect(!speakers.isAnybody(but: 0, at: 1))
    }

    @Test func `one source is an other to all but itself`() {
        var speakers = MinuteSpeakers(count: 2)
        speakers.note(4, at: 1)
        speakers.note(4, at: 1)
        #expect(speakers.isAnybody(at: 1))
        #expect(!speakers.isAnybody(but: 4, at: 1))
        #expect(speakers.isAnybody(but: 0, at: 1))
        #expect(!speakers.isAnybody(at: 0))
    }

    @Test func `two sources are others to both`() {
        var speakers = MinuteSpeakers(count: 1)
        speakers.note(4, at: 0)
        speakers.note(2, at: 0)
        speakers.note(4, at: 0)
        #expect(speakers.isAnybody(but: 4, at: 0))
        #expect(speakers.isAnybody(but: 2, at: 0))
    }

    @Test func `the track of a source is an other to its steps`() {
        var speakers = MinuteSpeakers(count: 2)
        speakers.note(MinuteLane(source: 4, channel: .track, rank: 1, range: 0..<2), at: 0)
        speakers.note(MinuteLane(source: 4, channel: .steps, rank: 1, range: 0..<2), at: 1)
        #expect(speakers.isAnybody(but: 4, at: 0))
        #expect(!speakers.isAnybody(but: 4, at: 1))
    }
}
