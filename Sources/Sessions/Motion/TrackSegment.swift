import Model

/// What one file's `trkseg` has to walk on (SESSIONS.md §8.8.1).
struct TrackSegment {
    /// The file, as an index into `Observations.files`.
    let file: Int32
    /// The number of the segment in its file.
    let number: Int32
    /// At least one, at rising times.
    private(set) var fixes: [Fix] = []
    /// Whether the segment was interrupted on purpose after its last fix.
    private(set) var endsBroken = false

    /// Begins a segment without fixes.
    private init(file: Int32, number: Int32) {
        self.file = file
        self.number = number
    }

    /// Puts the pieces together, in any order and any number of times, and drops what is not
    /// walked on; segments of which nothing is left are left out.
    static func segments(
        of tracks: [Observed<TrackPiece>],
        plausibility: Plausibility
    ) -> [TrackSegment] {
        var segments: [TrackSegment] = []
        var last: (file: Int32, segment: Int32, piece: Int32)?
        for track in tracks.sorted(by: isEarlierPiece) {
            let place = (track.file, track.reading.segment, track.reading.piece)
            if let last, last == place { continue }
            if last.map({ ($0.file, $0.segment) == (place.0, place.1) }) != true {
                segments.append(TrackSegment(file: place.0, number: place.1))
            }
            last = place
            segments[segments.count - 1].append(track.reading.points, plausibility)
        }
        return segments.filter { !$0.fixes.isEmpty }
    }

    private static func isEarlierPiece(
        _ left: Observed<TrackPiece>,
        _ right: Observed<TrackPiece>
    ) -> Bool {
        (left.file, left.reading.segment, left.reading.piece)
            < (right.file, right.reading.segment, right.reading.piece)
    }

    private mutating func append(_ points: [TrackPoint], _ plausibility: Plausibility) {
        for point in points {
            if point.flags.contains(.breaksChunk) {
                endsBroken = true
                continue
            }
            let isLater = fixes.last.map { $0.time < point.time.milliseconds } ?? true
            guard isLater, point.flags.isDisjoint(with: [.diluted, .noFix]),
                plausibility.objection(to: point.time) == nil
            else { continue }
            fixes.append(
                Fix(
                    time: point.time.milliseconds,
                    latitude: point.latitude,
                    longitude: point.longitude,
                    elevation: point.elevation,
                    line: point.line,
                    opensChunk: endsBroken
                )
            )
            endsBroken = false
        }
    }

    /// The time of the first fix.
    var start: Int64 { fixes.first?.time ?? 0 }
    /// The time of the last fix.
    var end: Int64 { fixes.last?.time ?? 0 }

    /// Orders segments by what they recorded, not by the file that it came in: the earlier first,
    /// of those that start together the longer, then the denser.
    static func isEarlier(_ left: TrackSegment, _ right: TrackSegment) -> Bool {
        let (ours, theirs) = (
            (left.start, -left.end, -left.fixes.count),
            (right.start, -right.end, -right.fixes.count)
        )
        if ours != theirs { return ours < theirs }
        for (mine, other) in zip(left.fixes, right.fixes) where mine.key != other.key {
            return mine.precedes(other)
        }
        return (left.file, left.number) < (right.file, right.number)
    }
}
