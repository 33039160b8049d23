import Testing

@testable import Formats

@Suite struct FileRhythmTests {
    private func isCoarse(_ minutes: [Int64]) -> Bool {
        var rhythm = FileRhythm()
        for minute in minutes { rhythm.note(minute * 60_000) }
        return rhythm.isCoarse
    }

    @Test func `eight times five minutes apart are coarse, seven say nothing`() {
        #expect(isCoarse((0..<8).map { $0 * 5 + 2 }))
        #expect(!isCoarse((0..<7).map { $0 * 5 }))
        #expect(!isCoarse([]))
    }

    @Test func `order and repetitions do not matter`() {
        #expect(isCoarse((0..<8).reversed().map { $0 * 60 }))
        #expect(!isCoarse([5, 5, 5, 5, 5, 5, 10, 15]))
    }

    @Test func `one in ten may differ`() {
        #expect(isCoarse((0..<10).map { $0 * 5 } + [46]))
        #expect(!isCoarse((0..<10).map { $0 * 5 } + [46, 47]))
        #expect(!isCoarse((0..<60).map { $0 }))
    }

    @Test func `hostile times do not trap`() {
        var rhythm = FileRhythm()
        for time in [Int64.min, .max, 0, .min, -1] { rhythm.note(time) }
        #expect(!rhythm.isCoarse)
    }
}
