/// How one second of a track was spent.
enum Pace: UInt8 {
    case walk
    case run
    case vehicle
    case stop
}

/// One second of a track, packed in a byte: a day of tracks has tens of thousands.
struct PacedSecond: Equatable {
    private var bits: UInt8

    /// Makes a second.
    init(pace: Pace, isFast: Bool) {
        bits = pace.rawValue | (isFast ? 4 : 0)
    }

    /// How it was spent.
    var pace: Pace { Pace(rawValue: bits & 3) ?? .stop }
    /// Whether the minute around it went faster than anybody runs, stops at a light included.
    var isFast: Bool { bits & 4 != 0 }
}
