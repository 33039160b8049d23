import Model

/// A position that is walked on: plausible, sharp enough, later than the one before.
struct Fix: Equatable {
    /// Milliseconds since the epoch.
    let time: Int64
    /// Nanodegrees north.
    let latitude: Int64
    /// Nanodegrees east.
    let longitude: Int64
    /// Height in millimetres.
    var elevation: Int32?
    /// The line of the file.
    let line: Int32
    /// Whether the track was interrupted on purpose right before.
    var opensChunk: Bool

    /// What makes two positions of one source the same (SESSIONS.md §8.1).
    struct Key: Hashable {
        let time: Int64
        let latitude: Int64
        let longitude: Int64
    }

    /// What makes it the same as that of another file.
    var key: Key { Key(time: time, latitude: latitude, longitude: longitude) }

    /// The whole second that holds it.
    var second: Int64 { time.flooredDivision(by: 1000) }

    /// Where it is on the Earth.
    var position: EarthPosition { EarthPosition(latitude: latitude, longitude: longitude) }

    /// Whether it comes first in an order that only looks at what was recorded.
    func precedes(_ other: Fix) -> Bool {
        (time, latitude, longitude) < (other.time, other.latitude, other.longitude)
    }
}
