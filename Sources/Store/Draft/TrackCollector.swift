import Model

/// One segment of a track of one file, packed piece by piece.
struct PackedSegment: Sendable {
    /// The source's index in the file.
    let source: SourceIndex
    /// The number of the segment in the file.
    let number: Int32
    /// The earliest time of a point.
    var first: Instant
    /// The latest time of a point.
    var last: Instant
    /// The pieces in their order, as track points pack themselves.
    var pieces: [[UInt8]]
}

/// Takes pieces of track segments and packs them as they come.
struct TrackCollector {
    private var segments: [Int32: PackedSegment] = [:]
    /// A fingerprint of each point that has a place: eight bytes instead of the point, so that
    /// repeated ones can be counted once at the end.
    private var places: [UInt64] = []
    /// The earliest time of a point that has a place.
    private(set) var first: Instant?
    /// The latest one.
    private(set) var last: Instant?

    /// Takes the next piece of a segment; one without points is nothing.
    mutating func take(_ piece: TrackPiece) {
        guard let head = piece.points.first else { return }
        var segment =
            segments.removeValue(forKey: piece.segment)
            ?? PackedSegment(
                source: piece.source,
                number: piece.segment,
                first: head.time,
                last: head.time,
                pieces: []
            )
        for point in piece.points {
            segment.first = min(segment.first, point.time)
            segment.last = max(segment.last, point.time)
            if !point.flags.contains(.breaksChunk) { note(point, of: piece.source) }
        }
        segment.pieces.append(TrackPoint.pack(piece.points))
        segments[piece.segment] = segment
    }

    private mutating func note(_ point: TrackPoint, of source: SourceIndex) {
        first = min(first ?? point.time, point.time)
        last = max(last ?? point.time, point.time)
        var print = Fingerprint()
        print.mix(UInt64(source))
        print.mix(UInt64(bitPattern: point.time.milliseconds))
        print.mix(UInt64(bitPattern: point.latitude))
        print.mix(UInt64(bitPattern: point.longitude))
        places.append(print.value)
    }

    /// Counts the points that have a place, repeated ones once, and forgets them.
    mutating func finishCounting() -> Int {
        places.sort()
        var count = places.isEmpty ? 0 : 1
        for index in places.indices.dropFirst() where places[index] != places[index - 1] {
            count += 1
        }
        places = []
        return count
    }

    /// The segments in the order of their numbers.
    func finished() -> [PackedSegment] {
        segments.values.sorted { $0.number < $1.number }
    }
}

/// Mixes numbers into 64 bits; SplitMix64's finaliser (doi:10.1145/2660193.2660195).
private struct Fingerprint {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func mix(_ number: UInt64) {
        var mixed = (value ^ number) &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        value = mixed ^ (mixed >> 31)
    }
}
