import Model

@testable import Sessions

/// A made-up walk, second by second, in metres from a place on the Earth.
struct SyntheticTrack {
    /// The points so far.
    private(set) var points: [TrackPoint] = []
    /// The time of the next point, in milliseconds since the epoch.
    private(set) var time: Int64
    /// Where the walker is, in metres from the beginning.
    private(set) var north = 0.0
    private(set) var east = 0.0
    /// The height of the walker in metres; nothing leaves it out.
    var height: Double?
    /// Seconds between points.
    var interval: Int64 = 1

    private let latitude: Double
    private let longitude: Double

    /// Nanodegrees of one metre at the beginning.
    private let perMetre: (north: Double, east: Double)

    /// 2024-05-06T08:00:00Z.
    static let monday: Int64 = 1_714_982_400_000

    init(at time: Int64 = monday, latitude: Double = 47, longitude: Double = 11) {
        self.time = time
        self.latitude = latitude
        self.longitude = longitude
        let here = EarthPosition(
            latitude: Int64(latitude * 1e9),
            longitude: Int64(longitude * 1e9)
        )
        let step: Int64 = 100_000
        let up = EarthPosition(
            latitude: Int64(latitude * 1e9) + step,
            longitude: Int64(longitude * 1e9)
        )
        let right = EarthPosition(
            latitude: Int64(latitude * 1e9),
            longitude: Int64(longitude * 1e9) + step
        )
        perMetre = (Double(step) / here.distance(to: up), Double(step) / here.distance(to: right))
    }

    /// Records where the walker is.
    mutating func record(flags: PointFlags = [], trembling: (Double, Double) = (0, 0)) {
        points.append(
            TrackPoint(
                time: Instant(milliseconds: time),
                latitude: Int64(latitude * 1e9 + (north + trembling.0) * perMetre.north),
                longitude: Int64(longitude * 1e9 + (east + trembling.1) * perMetre.east),
                elevation: height.map { Int32($0 * 1000) },
                flags: flags,
                line: Int32(points.count + 1)
            )
        )
    }

    /// Walks for some seconds and records at each interval; the first time, the start too.
    mutating func go(
        _ metresPerSecond: Double,
        seconds: Int64,
        east isEast: Bool = true,
        climb: Double = 0
    ) {
        if points.isEmpty { record() }
        for second in 1...max(1, seconds) where seconds > 0 {
            wait(1, metresPerSecond, east: isEast)
            if let before = height { height = before + climb }
            if second % interval == 0 { record() }
        }
    }

    /// Stays where the walker is.
    mutating func stand(seconds: Int64) {
        go(0, seconds: seconds)
    }

    /// Goes on without recording.
    mutating func wait(_ seconds: Int64, _ metresPerSecond: Double = 0, east isEast: Bool = true) {
        time += seconds * 1000
        let way = metresPerSecond * Double(seconds)
        if isEast { east += way } else { north += way }
    }

    /// What is seen of the whole track.
    var motion: SourceMotion { SourceMotion(points) }
    /// From the first to the last point.
    var span: Range<Instant> {
        Instant(milliseconds: points[0].time.milliseconds)..<Instant(milliseconds: time)
    }
}

extension SourceMotion {
    /// What is seen of one segment in one file.
    init(_ points: [TrackPoint]) {
        self.init([[points]])
    }

    /// What is seen of files of segments, in 2024 or before.
    init(_ files: [[[TrackPoint]]]) {
        self.init(tracks: Self.tracks(files), plausibility: Self.plausibility)
    }

    /// Files of segments of points, each segment in pieces of at most 1000.
    static func tracks(_ files: [[[TrackPoint]]]) -> [Observed<TrackPiece>] {
        var tracks: [Observed<TrackPiece>] = []
        for (file, segments) in files.enumerated() {
            for (segment, points) in segments.enumerated() {
                for (piece, start) in stride(from: 0, to: points.count, by: 1000).enumerated() {
                    let part = points[start..<min(start + 1000, points.count)]
                    let reading = TrackPiece(
                        source: SourceIndex(0),
                        segment: Int32(segment),
                        piece: Int32(piece),
                        points: Array(part)
                    )
                    tracks.append(Observed(reading, file: Int32(file)))
                }
            }
        }
        return tracks
    }

    /// Everything from 2000 to 2025 is plausible.
    static let plausibility = Plausibility(now: Instant(milliseconds: 1_735_689_600_000))

    /// Milliseconds walked in all.
    var walking: Int64 { minutes.reduce(0) { $0 + Int64($1.walking) } }
    /// Milliseconds stood in all.
    var stopped: Int64 { minutes.reduce(0) { $0 + Int64($1.stopped) } }
    /// Milliseconds in a vehicle in all.
    var vehicle: Int64 { minutes.reduce(0) { $0 + Int64($1.vehicle) } }
    /// Walking milliseconds by minute.
    var walkingByMinute: [Int32] { minutes.map(\.walking) }
}
