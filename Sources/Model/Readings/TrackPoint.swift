/// One position of a recorded track.
///
/// Positions are whole nanodegrees (0.1 mm), so that equal text gives equal points and a stored
/// point is the parsed one to the bit.
package struct TrackPoint: Hashable, Sendable, BitwiseCopyable {
    /// When the receiver was there.
    package let time: Instant
    /// Degrees north times 10⁹, −90·10⁹ to 90·10⁹.
    package let latitude: Int64
    /// Degrees east times 10⁹, −180·10⁹ to 180·10⁹.
    package let longitude: Int64
    /// Height in millimetres; nothing when the file says none.
    package let elevation: Int32?
    /// What speaks against the point.
    package let flags: PointFlags
    /// The line of the file, from 1.
    package let line: Int32

    /// Makes a track point.
    package init(
        time: Instant,
        latitude: Int64,
        longitude: Int64,
        elevation: Int32?,
        flags: PointFlags = [],
        line: Int32
    ) {
        self.time = time
        self.latitude = latitude
        self.longitude = longitude
        self.elevation = elevation
        self.flags = flags
        self.line = line
    }
}

/// What speaks against a track point; flagged points are kept and never walked on.
package struct PointFlags: OptionSet, Hashable, Sendable, BitwiseCopyable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The coordinates lie outside the Earth's; some loggers write a pause so.
    ///
    /// The chunk ends here. Such a point has latitude and longitude 0.
    package static let breaksChunk = PointFlags(rawValue: 1)
    /// Horizontal dilution of precision above 10.
    package static let diluted = PointFlags(rawValue: 2)
    /// The receiver said that it had no fix.
    package static let noFix = PointFlags(rawValue: 4)
}

/// One segment of a track, or a piece of one: what stood in one `trkseg`, in the file's order.
///
/// Long segments travel in pieces; pieces of one file with the same `segment` belong together, in
/// the order of `piece`.
package struct TrackPiece: Hashable, Sendable {
    /// Whose track: creator and label.
    package let source: SourceIndex
    /// The number of the segment in its file, from 0.
    package let segment: Int32
    /// The number of the piece in its segment, from 0.
    package let piece: Int32
    /// The points that have a time, in the order of the file; never empty.
    package let points: [TrackPoint]

    /// Makes a piece of a segment.
    package init(source: SourceIndex, segment: Int32, piece: Int32, points: [TrackPoint]) {
        self.source = source
        self.segment = segment
        self.piece = piece
        self.points = points
    }
}
