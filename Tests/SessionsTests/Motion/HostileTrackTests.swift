import Model
import TestSupport
import Testing

@testable import Sessions

/// Tracks that nobody walked: nothing may trap, and time stays bounded.
struct HostileTrackTests {
    private func point(
        _ milliseconds: Int64,
        _ latitude: Int64,
        _ longitude: Int64,
        elevation: Int32? = nil
    ) -> TrackPoint {
        TrackPoint(
            time: Instant(milliseconds: SyntheticTrack.monday + milliseconds),
            latitude: latitude,
            longitude: longitude,
            elevation: elevation,
            line: 1
        )
    }

    private let all = Instant(milliseconds: .min)..<Instant(milliseconds: .max)

    @Test func `two hundred thousand points at one time are one point`() {
        let points = (0..<200_000).map { point(0, Int64($0), Int64($0)) }
        let motion = SourceMotion(points)
        #expect(motion.minutes.isEmpty)
        #expect(motion.recordings.count == 1)
        #expect(motion.figures(in: all) == TrackFigures())
    }

    @Test func `twenty thousand segments at one time are as many recordings`() {
        let points = (0..<20_000).map { [point(0, Int64($0), 0), point(1_500, Int64($0), 9)] }
        let motion = SourceMotion([points])
        #expect(motion.recordings.count == 20_000)
        #expect(motion.minutes.map(\.walking) == [1_000])
    }

    @Test func `two thousand files one after the other are one recording`() {
        let files = (0..<2_000).map { [[point(Int64($0) * 1000, 0, Int64($0) * 10_000)]] }
        let motion = SourceMotion(files.reversed())
        #expect(motion.recordings.count == 1)
        #expect(motion.walking == 1_999_000)
    }

    @Test func `jumps over the poles, the date line and the Earth are no walks`() {
        let corners: [(Int64, Int64)] = [
            (90, 0), (-90, 0), (0, 180), (0, -180), (0, 0), (45, 179), (-45, -1),
        ]
        let points = (0..<700).map { index in
            let corner = corners[index % corners.count]
            return point(
                Int64(index) * 7_000,
                corner.0 * 1_000_000_000,
                corner.1 * 1_000_000_000
            )
        }
        let motion = SourceMotion(points)
        #expect(motion.recordings.count == 1)
        #expect(motion.figures(in: all).distance.map { $0 < Metres(millimetres: 1_000) } != false)
        #expect(motion.walking == 0)
    }

    @Test func `a walk across the date line is as long as any other`() throws {
        let points = (0...300).map { second in
            let east = 179_998_000_000 + Int64(second) * 12_000
            return point(
                Int64(second) * 1000,
                0,
                east > 180_000_000_000 ? east - 360_000_000_000 : east
            )
        }
        let motion = SourceMotion(points)
        #expect(motion.walking == 300_000)
        let distance = try #require(motion.figures(in: all).distance)
        #expect(abs(distance.millimetres - 400_750) < 50)
    }

    @Test func `the largest numbers do not trap`() {
        let extremes: [Int64] = [.min, .max, 0, 90_000_000_000, -180_000_000_000]
        let heights: [Int32?] = [.min, .max, 0, nil]
        var points: [TrackPoint] = []
        for index in 0..<400 {
            points.append(
                point(
                    Int64(index) * 1000,
                    extremes[index % 5],
                    extremes[index / 5 % 5],
                    elevation: heights[index % 4]
                )
            )
        }
        points.append(
            TrackPoint(
                time: Instant(milliseconds: .max),
                latitude: 0,
                longitude: 0,
                elevation: .min,
                line: .max
            )
        )
        let motion = SourceMotion(points)
        #expect(motion.recordings.count == 1)
        _ = motion.figures(in: all)
    }

    @Test func `extreme heights on a real way are added up`() throws {
        let points = (0...200).map {
            point(
                Int64($0) * 1000,
                0,
                Int64($0) * 10_000,
                elevation: $0.isMultiple(of: 40) ? .max : .min
            )
        }
        let figures = SourceMotion(points).figures(in: all)
        #expect(try #require(figures.climb).millimetres > Int64(Int32.max))
        #expect(figures.isHilly == true)
    }

    @Test func `any points at all keep the rules`() {
        var random = SeededGenerator(seed: 30)
        for _ in 0..<100 {
            let files = (0..<3).map { _ in
                (0..<3).map { _ in
                    (0..<Int.random(in: 1...60, using: &random)).map { _ in
                        TrackPoint(
                            time: Instant(
                                milliseconds: SyntheticTrack.monday
                                    + Int64.random(in: 0...400_000, using: &random)
                            ),
                            latitude: Int64.random(in: -20_000...20_000, using: &random),
                            longitude: Int64.random(in: -20_000...20_000, using: &random),
                            elevation: Bool.random(using: &random)
                                ? nil : Int32.random(in: .min ... .max, using: &random),
                            flags: PointFlags(rawValue: UInt8.random(in: 0...20, using: &random)),
                            line: 1
                        )
                    }
                }
            }
            let motion = SourceMotion(files)
            for minute in motion.minutes {
                let sum = minute.walking + minute.running + minute.stopped + minute.vehicle
                #expect(sum > 0 && sum <= 60_000)
            }
            _ = motion.figures(in: all)
            #expect(SourceMotion(files.reversed()).minutes == motion.minutes)
        }
    }
}
