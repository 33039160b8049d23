import Model

/// Settles which of the overlapping records of one source counts where (SESSIONS.md §8.3.4).
///
/// The finest record wins where it is; a longer one adds what exceeds the finer steps inside of it,
/// over its uncovered part. Of records of one length the one with the smaller phase (start modulo
/// length) goes first, then the earlier: so what a record gives depends on a few records around it
/// and not on a chain of them through the night.
struct OverlapResolution {
    /// A stretch of a record that counts, and the record's steps that lie over all its stretches.
    struct Piece: Equatable {
        /// The place of the record in the list.
        var record: Int
        var start: Int64
        var end: Int64
        /// The steps of all stretches of the record together.
        var steps: Int64
        /// The milliseconds of the record's earlier stretches, and of all.
        var before: Int64
        var whole: Int64
        /// Whether the record stands alone, uncut.
        var isUncut: Bool

        /// The steps of the piece before an instant inside of it: a cumulative floor over all
        /// stretches, so that the parts sum up to the whole.
        func steps(before instant: Int64) -> Int64 {
            proportion(steps, before + (instant - start), of: whole)
                - proportion(steps, before, of: whole)
        }
    }

    private let records: [StepRecord]
    /// The ends of all elementary segments of a cluster, ascending.
    private var bounds: [Int64] = []
    /// For each segment the next one that no record covers yet, itself included.
    private var nextFree: [Int] = []
    private var inside = PrefixSums(count: 0)

    private init(_ records: [StepRecord]) {
        self.records = records
    }

    /// Calls `emit` with every piece that counts.
    ///
    /// Records come by start, then end, and no interval twice.
    ///
    /// - Complexity: O(*n* log *n*), and O(*n*) when nothing overlaps.
    static func resolve(_ records: [StepRecord], emit: (Piece) -> Void) {
        var resolution = OverlapResolution(records)
        var first = 0
        while first < records.count {
            var end = records[first].end
            var last = first + 1
            while last < records.count, records[last].start < end {
                end = max(end, records[last].end)
                last += 1
            }
            if last == first + 1 {
                emit(whole(records[first], at: first))
            } else {
                resolution.resolve(cluster: first..<last, emit: emit)
            }
            first = last
        }
    }

    private static func whole(_ record: StepRecord, at index: Int) -> Piece {
        Piece(
            record: index,
            start: record.start,
            end: record.end,
            steps: Int64(record.steps),
            before: 0,
            whole: record.length,
            isUncut: true
        )
    }

    private mutating func resolve(cluster: Range<Int>, emit: (Piece) -> Void) {
        let ends = cluster.flatMap { [records[$0].start, records[$0].end] }.sorted()
        bounds = ends.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
        nextFree = Array(0..<bounds.count)
        inside = PrefixSums(count: bounds.count)
        for index in cluster.sorted(by: isFirst) { take(index, emit: emit) }
    }

    private func isFirst(_ left: Int, _ right: Int) -> Bool {
        func key(_ index: Int) -> (Int64, Int64, Int64) {
            let record = records[index]
            let phase =
                record.start - record.start.flooredDivision(by: record.length) * record.length
            return (record.length, phase, record.start)
        }
        return key(left) < key(right)
    }

    /// Gives a record the segments of its interval that are still free.
    private mutating func take(_ index: Int, emit: (Piece) -> Void) {
        let record = records[index]
        let first = bounds.firstPlace { $0 >= record.start }
        let segments = first..<max(first, bounds.firstPlace { $0 >= record.end })
        var free: [Int] = []
        var segment = firstFree(from: segments.lowerBound)
        while segment < segments.upperBound {
            free.append(segment)
            nextFree[segment] = segment + 1
            segment = firstFree(from: segment + 1)
        }
        let steps = max(0, Int64(record.steps) - inside.sum(segments))
        var piece = Self.whole(record, at: index)
        piece.steps = steps
        piece.whole = free.reduce(0) { $0 + bounds[$1 + 1] - bounds[$1] }
        piece.isUncut = free.count == segments.count
        for stretch in Self.stretches(free) {
            (piece.start, piece.end) = (bounds[stretch.lowerBound], bounds[stretch.upperBound])
            for segment in stretch {
                let steps = piece.steps(before: bounds[segment + 1])
                inside.add(steps - piece.steps(before: bounds[segment]), at: segment)
            }
            emit(piece)
            piece.before += piece.end - piece.start
        }
    }

    /// Joins segments that touch each other.
    private static func stretches(_ segments: [Int]) -> [Range<Int>] {
        segments.reduce(into: []) { stretches, segment in
            if let last = stretches.last, last.upperBound == segment {
                stretches[stretches.count - 1] = last.lowerBound..<segment + 1
            } else {
                stretches.append(segment..<segment + 1)
            }
        }
    }

    private mutating func firstFree(from segment: Int) -> Int {
        var free = segment
        while nextFree[free] != free { free = nextFree[free] }
        var step = segment
        while nextFree[step] != free, step != free {
            (nextFree[step], step) = (free, nextFree[step])
        }
        return free
    }
}
