import Model
import TestSupport
import Testing

@testable import Sessions

/// The invariants G1–G9 of SESSIONS.md §10 over made-up tracks.
struct MotionPropertyTests {
    /// A track of walks, stands, rides and silences.
    private func anyTrack(
        _ random: inout SeededGenerator,
        silences: Bool = true,
        fraction: Int64 = 300
    ) -> SyntheticTrack {
        var track = SyntheticTrack(
            at: SyntheticTrack.monday + Int64.random(in: 0...59, using: &random) * 1000 + fraction,
            latitude: Double.random(in: -80...80, using: &random)
        )
        track.height = 300
        track.interval = Int64.random(in: 1...3, using: &random)
        for _ in 0..<Int.random(in: 2...10, using: &random) {
            let speeds: [Double] = [0, 0.3, 0.9, 1.3, 1.6, 2.8, 9]
            let speed = speeds.randomElement(using: &random) ?? 0
            track.go(
                speed,
                seconds: Int64.random(in: 5...200, using: &random),
                east: Bool.random(using: &random),
                climb: Double.random(in: -0.1...0.1, using: &random)
            )
            if silences { track.wait(Int64.random(in: 0...400, using: &random), 0.7) }
        }
        return track
    }

    @Test func `all times add up to the time from the first to the last point`() {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<200 {
            let track = anyTrack(&random)
            let seen = track.motion.recordings[0]
            let sum = seen.walking + seen.running + seen.vehicle + seen.stopped + seen.uncovered
            let (start, end) = (seen.start.milliseconds / 1000, seen.end.milliseconds / 1000)
            #expect(sum.count == (end - start) * 1000)
            #expect(seen.credited <= seen.walking)
        }
    }

    @Test func `minutes add up to what the recording shows, and none is overfull`() {
        var random = SeededGenerator(seed: 22)
        for _ in 0..<200 {
            let motion = anyTrack(&random).motion
            #expect(motion.walking == motion.recordings[0].walking.count)
            #expect(motion.stopped == motion.recordings[0].stopped.count)
            for minute in motion.minutes {
                let sum = minute.walking + minute.running + minute.stopped + minute.vehicle
                #expect(sum <= 60_000 && sum > 0)
                #expect(minute.credited <= minute.walking)
            }
            #expect(
                zip(motion.minutes, motion.minutes.dropFirst()).allSatisfy { $0.minute < $1.minute }
            )
        }
    }

    @Test func `a point every five seconds shows the same walking within five percent`() {
        var random = SeededGenerator(seed: 23)
        for _ in 0..<50 {
            var track = SyntheticTrack()
            for _ in 0..<6 {
                track.go(
                    Double.random(in: 0.8...1.7, using: &random),
                    seconds: Int64.random(in: 20...40, using: &random) * 5,
                    east: Bool.random(using: &random)
                )
                track.stand(seconds: Int64.random(in: 6...20, using: &random) * 5)
            }
            let sparse = stride(from: 0, to: track.points.count, by: 5).map { track.points[$0] }
            let (all, some) = (track.motion.walking, SourceMotion(sparse).walking)
            #expect(abs(all - some) * 20 <= all)
        }
    }

    @Test func `time run backwards keeps walking and swaps climb and descent`() {
        var random = SeededGenerator(seed: 24)
        for _ in 0..<100 {
            let track = anyTrack(&random, silences: false, fraction: 0)
            let motion = track.motion
            let last = track.points[track.points.count - 1].time.milliseconds
            let start = SyntheticTrack.monday
            let reversed = SourceMotion(
                track.points.reversed().map {
                    TrackPoint(
                        time: Instant(milliseconds: start + last - $0.time.milliseconds),
                        latitude: $0.latitude,
                        longitude: $0.longitude,
                        elevation: $0.elevation,
                        line: $0.line
                    )
                }
            )
            #expect(abs(motion.walking - reversed.walking) <= 2_000)
            let (there, back) = (figures(motion), figures(reversed))
            // The kept points differ, so heights may by what one leg climbs.
            #expect(abs((there.climb ?? 0) - (back.descent ?? 0)) <= 12_000)
        }
    }

    private func figures(_ motion: SourceMotion) -> (climb: Int64?, descent: Int64?) {
        let all = Instant(milliseconds: 0)..<Instant(milliseconds: .max)
        let figures = motion.figures(in: all)
        return (figures.climb?.millimetres, figures.descent?.millimetres)
    }

    @Test func `a stop adds its length to the whole and at most five seconds to walking`() {
        for speed in [0.8, 1.0, 1.3, 1.5] {
            for length in [30, 60, 200] as [Int64] {
                var (plain, stopping) = (SyntheticTrack(), SyntheticTrack())
                plain.go(speed, seconds: 400)
                stopping.go(speed, seconds: 200)
                stopping.stand(seconds: length)
                stopping.go(speed, seconds: 200)
                let (before, after) = (plain.motion, stopping.motion)
                #expect(after.walking - before.walking <= 5_000)
                #expect(after.walking + after.stopped == 400_000 + length * 1000)
            }
        }
    }

    @Test func `climb minus descent is the height won`() throws {
        var random = SeededGenerator(seed: 25)
        for _ in 0..<100 {
            var track = SyntheticTrack()
            track.height = 500
            for _ in 0..<5 {
                track.go(1.2, seconds: 60, climb: Double.random(in: -0.2...0.2, using: &random))
            }
            let figures = track.motion.figures(in: track.span)
            let won =
                try #require(figures.climb).millimetres
                - (try #require(figures.descent).millimetres)
            let net = try #require(track.height) * 1000 - 500_000
            #expect(abs(Double(won) - net) < 3_000)
        }
    }

    @Test func `the same track elsewhere on its parallel is as long`() throws {
        var random = SeededGenerator(seed: 26)
        for _ in 0..<50 {
            let track = anyTrack(&random, silences: false)
            let shift = Int64.random(in: 0...300_000_000_000, using: &random)
            let moved = SourceMotion(
                track.points.map {
                    TrackPoint(
                        time: $0.time,
                        latitude: $0.latitude,
                        longitude: ($0.longitude + shift + 180_000_000_000) % 360_000_000_000
                            - 180_000_000_000,
                        elevation: $0.elevation,
                        line: $0.line
                    )
                }
            )
            let (here, there) = (
                track.motion.figures(in: track.span).distance?.millimetres ?? 0,
                moved.figures(in: track.span).distance?.millimetres ?? 0
            )
            #expect(abs(here - there) <= 1)
            #expect(track.motion.minutes == moved.minutes)
        }
    }

    @Test func `points that come twice are harmless`() {
        var random = SeededGenerator(seed: 27)
        for _ in 0..<50 {
            let track = anyTrack(&random)
            let doubled = SourceMotion(track.points.flatMap { [$0, $0] })
            #expect(doubled.minutes == track.motion.minutes)
            #expect(doubled.figures(in: track.span) == track.motion.figures(in: track.span))
            let copied = SourceMotion([[track.points], [track.points], [track.points]])
            #expect(copied.minutes == track.motion.minutes)
            #expect(copied.recordings == track.motion.recordings)
        }
    }

    @Test(arguments: [4.3, 10, 30, 250])
    func `a ride has no walking`(speed: Double) {
        var track = SyntheticTrack()
        track.go(speed, seconds: 600)
        #expect(track.motion.walking == 0)
        #expect(track.motion.vehicle == 600_000)
    }

    @Test func `files cut anywhere show the same minutes and figures`() {
        var random = SeededGenerator(seed: 28)
        for _ in 0..<60 {
            let track = anyTrack(&random)
            var files: [[[TrackPoint]]] = []
            var start = 0
            for index in track.points.indices.dropFirst() {
                let silence = track.points[index - 1].time.milliseconds(
                    to: track.points[index].time
                )
                guard silence <= 60_000, Int.random(in: 0..<40, using: &random) == 0 else {
                    continue
                }
                files.append([Array(track.points[start..<index])])
                start = index
            }
            files.append([Array(track.points[start...])])
            let cut = SourceMotion(files.shuffled(using: &random))
            #expect(cut.minutes == track.motion.minutes)
            #expect(cut.figures(in: track.span) == track.motion.figures(in: track.span))
        }
    }
}
