import Model

/// Finds out whether a track moves at one constant speed from its first point on, as the tracks of
/// planners do that invent times from a New Year's midnight (SESSIONS.md §8.10 "GPX").
///
/// Planners round or cut their times to whole seconds. So each point only says between which two
/// speeds the one speed must lie, and the speed is constant as long as all points leave room for
/// one. Lengths are arcs on a sphere; a hundredth is allowed for other models of the Earth.
struct ConstantSpeed {
    private static let tolerance = 0.01

    private let beginning: Instant
    private var last: TrackPoint
    /// The path so far in degrees of arc.
    private var path = 0.0
    private var slowest = 0.0
    private var fastest = Double.infinity
    /// How many legs were looked at; two at least make a constant speed.
    private(set) var legs = 0

    /// Begins at a point; nothing when it is not the first instant of a year in UTC.
    init?(from point: TrackPoint) {
        let time = WallTime(utc: point.time)
        let (_, month, day) = time.day.parts
        guard time.millisecondOfDay == 0, month == 1, day == 1,
            !point.flags.contains(.breaksChunk)
        else { return nil }
        beginning = point.time
        last = point
    }

    /// Goes on to the next point; false when no single speed explains all points so far.
    mutating func admits(_ point: TrackPoint) -> Bool {
        guard point.time >= last.time, !point.flags.contains(.breaksChunk) else { return false }
        path += Self.arc(from: last, to: point)
        last = point
        legs += 1
        let elapsed = Double(beginning.milliseconds(to: point.time)) / 1000
        let isWhole = point.time.milliseconds % 1000 == 0
        // The true time is up to half a second less than the rounded one, or a second more than
        // the cut one.
        let least = elapsed - (isWhole ? 0.5 : 0.001)
        let most = elapsed + (isWhole ? 1 : 0.001)
        slowest = max(slowest, path / most * (1 - Self.tolerance))
        if least > 0 { fastest = min(fastest, path / least * (1 + Self.tolerance)) }
        return slowest <= fastest
    }

    private static func arc(from start: TrackPoint, to end: TrackPoint) -> Double {
        let north = Double(end.latitude - start.latitude) / 1e9
        let east = Double(end.longitude - start.longitude) / 1e9
        let turned = east > 180 ? east - 360 : (east < -180 ? east + 360 : east)
        let middle = Double(start.latitude + end.latitude) / 2e9
        let scaled = turned * cosine(ofDegrees: middle)
        return (north * north + scaled * scaled).squareRoot()
    }

    /// The cosine of −90° to 90° by its series, good to eight decimals.
    private static func cosine(ofDegrees degrees: Double) -> Double {
        let square = (degrees * Double.pi / 180) * (degrees * Double.pi / 180)
        var sum = 1.0
        var term = 1.0
        for step in 1...7 {
            term *= -square / Double((2 * step - 1) * 2 * step)
            sum += term
        }
        return sum
    }
}
