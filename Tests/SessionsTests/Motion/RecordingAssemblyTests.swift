import Model
import TestSupport
import Testing

@testable import Sessions

struct RecordingAssemblyTests {
    /// A walk of so many seconds, with the line as its own second.
    private func walk(_ seconds: ClosedRange<Int64>, north: Int64 = 0) -> [TrackPoint] {
        seconds.map {
            TrackPoint(
                time: Instant(seconds: 1_700_000_000 + $0),
                latitude: north,
                longitude: $0 * 10_000,
                elevation: nil,
                line: Int32($0)
            )
        }
    }

    private var pause: TrackPoint {
        TrackPoint(
            time: Instant(seconds: 1_700_000_000),
            latitude: 0,
            longitude: 0,
            elevation: nil,
            flags: .breaksChunk,
            line: 0
        )
    }

    private func recordings(_ files: [[[TrackPoint]]]) -> [[Int32]] {
        RecordingAssembly.recordings(
            of: SourceMotion.tracks(files),
            plausibility: SourceMotion.plausibility
        ).map { $0.fixes.map(\.line) }
    }

    @Test func `segments of one file stay apart`() {
        #expect(recordings([[walk(0...5), walk(6...9)]]) == [Array(0...5), Array(6...9)])
    }

    @Test func `a track cut into two files is one again`() {
        #expect(recordings([[walk(0...5)], [walk(6...9)]]) == [Array(0...9)])
        #expect(recordings([[walk(6...9)], [walk(0...5)]]) == [Array(0...9)])
    }

    @Test func `files more than a minute apart stay apart`() {
        #expect(recordings([[walk(0...5)], [walk(65...66)]]).count == 1)
        #expect(recordings([[walk(0...5)], [walk(66...67)]]).count == 2)
    }

    @Test func `only the last segment of a file is continued, by the first of another`() {
        let files = [[walk(0...5), walk(10...15)], [walk(16...20), walk(22...25)]]
        #expect(recordings(files) == [Array(0...5), Array(10...20), Array(22...25)])
        let between = [[walk(0...5), walk(30...35)], [walk(10...15)]]
        #expect(recordings(between).count == 3)
    }

    @Test func `a break that one file knows holds for its copies`() {
        let whole = [walk(0...5), walk(6...9)]
        for files in [
            [whole, [walk(0...5)], [walk(6...9)]], [[walk(0...5)], [walk(6...9)], whole],
        ] {
            #expect(recordings(files) == [Array(0...5), Array(6...9)])
        }
    }

    @Test func `a longer export of the same track adds only what is new`() {
        #expect(recordings([[walk(0...50)], [walk(0...90)]]) == [Array(0...90)])
        #expect(recordings([[walk(0...50)], [walk(30...90)]]) == [Array(0...90)])
    }

    @Test func `an overlapping export keeps the silences of its segment`() {
        let files = [[walk(0...50)], [walk(30...50) + walk(200...250)]]
        #expect(recordings(files) == [Array(0...50) + Array(200...250)])
    }

    @Test func `tracks of different places at the same time stay apart`() {
        let found = recordings([[walk(0...50)], [walk(20...70, north: 900_000)]])
        #expect(found == [Array(0...50), Array(20...70)])
    }

    @Test func `a pause where the file was cut stays one`() {
        let cuts = [
            [[walk(0...5) + [pause]], [walk(6...9)]], [[walk(0...5)], [[pause] + walk(6...9)]],
            [[walk(0...5) + [pause] + walk(6...9)]],
        ]
        for files in cuts {
            let found = RecordingAssembly.recordings(
                of: SourceMotion.tracks(files),
                plausibility: SourceMotion.plausibility
            )
            #expect(found.count == 1)
            #expect(found[0].chunks.map(\.count) == [6, 4])
        }
    }

    @Test func `of two heights for a point the larger holds`() {
        func points(_ height: Int32?) -> [TrackPoint] {
            walk(0...3).map {
                TrackPoint(
                    time: $0.time,
                    latitude: 0,
                    longitude: $0.longitude,
                    elevation: height,
                    line: 1
                )
            }
        }
        for files in [
            [points(nil), points(5)], [points(5), points(nil)], [points(3), points(5)],
        ] {
            let found = RecordingAssembly.recordings(
                of: SourceMotion.tracks(files.map { [$0] }),
                plausibility: SourceMotion.plausibility
            )
            #expect(found.map { $0.fixes.map(\.elevation) } == [[5, 5, 5, 5]])
        }
    }

    @Test func `heights that are all zero are no heights`() {
        let level = walk(0...3).map {
            TrackPoint(
                time: $0.time,
                latitude: 0,
                longitude: 0,
                elevation: 0,
                line: $0.line
            )
        }
        let found = RecordingAssembly.recordings(
            of: SourceMotion.tracks([[level]]),
            plausibility: SourceMotion.plausibility
        )
        #expect(found[0].fixes.allSatisfy { $0.elevation == nil })
    }

    @Test func `every place of a cut track is kept`() {
        let found = RecordingAssembly.recordings(
            of: SourceMotion.tracks([[walk(6...9)], [walk(0...5)]]),
            plausibility: SourceMotion.plausibility
        )
        #expect(
            found[0].places == [
                TrackPlace(file: 1, firstLine: 0, lastLine: 5),
                TrackPlace(file: 0, firstLine: 6, lastLine: 9),
            ]
        )
    }

    @Test func `any cuts and repetitions give the uncut track`() {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<300 {
            let whole = walk(0...60) + [pause] + walk(70...120) + walk(230...260)
            var files = [[whole]].dropLast(Int.random(in: 0...1, using: &random))
            var start = 0
            while start < whole.count {
                let end = min(whole.count, start + Int.random(in: 1...70, using: &random))
                let begin = max(0, start - Int.random(in: 0...20, using: &random))
                // A cut inside the long silence is a break either way.
                let isSilence = end < whole.count && whole[end].line == 230
                files.append([Array(whole[begin..<(isSilence ? end + 1 : end)])])
                start = isSilence ? end + 1 : end
            }
            let all = Array(files).shuffled(using: &random)
            #expect(recordings(all) == [Array(0...60) + Array(70...120) + Array(230...260)])
        }
    }
}
