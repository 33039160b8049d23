/// The steps of one source, spread over minutes, and its coarse epochs beside them.
struct StepMinutes {
    /// The minutes; nothing when the source has no record of five minutes or less.
    private(set) var lane: MinuteLane?
    /// Stretches of records of more than five minutes that finer ones of the source left free.
    private(set) var epochs: [CoarseEpoch] = []
    /// Stretches of records of more than an hour.
    private(set) var stretches: [LongStretch] = []

    /// Spreads the records of a source, totals of days left out, over the minutes of a window
    /// (SESSIONS.md §8.3).
    init(
        _ records: [StepRecord],
        source: Int,
        window: MinuteWindow,
        rank: (Channel) -> Int
    ) {
        lane = Self.emptyLane(for: records, source: source, window: window, rank: rank(.steps))
        let (coarseRank, dailyRank) = (rank(.coarse), rank(.daily))
        OverlapResolution.resolve(records) { piece in
            if records[piece.record].isFine {
                spread(piece, window: window)
            } else if records[piece.record].isAtMostAnHour {
                epochs.append(CoarseEpoch(piece, source: source, rank: coarseRank))
            } else {
                stretches.append(LongStretch(piece: piece, source: source, rank: dailyRank))
            }
        }
    }

    private static func emptyLane(
        for records: [StepRecord],
        source: Int,
        window: MinuteWindow,
        rank: Int
    ) -> MinuteLane? {
        var range: Range<Int>?
        for record in records where record.isFine {
            let touched = window.indices(touching: record.span)
            guard !touched.isEmpty else { continue }
            let known = range ?? touched
            range =
                min(
                    known.lowerBound,
                    touched.lowerBound
                )..<max(
                    known.upperBound,
                    touched.upperBound
                )
        }
        return range.map { MinuteLane(source: source, channel: .steps, rank: rank, range: $0) }
    }

    /// Spreads a piece by cumulative floor: its minutes sum up to its steps (SESSIONS.md §8.3.3).
    private mutating func spread(_ piece: OverlapResolution.Piece, window: MinuteWindow) {
        let touched = window.indices(touching: piece.start..<piece.end)
        var last =
            touched.isEmpty
            ? 0 : piece.steps(before: max(piece.start, window.start(of: touched.lowerBound)))
        for index in touched {
            let reached = piece.steps(before: min(piece.end, window.start(of: index + 1)))
            lane?.add(reached - last, at: index)
            last = reached
        }
    }
}

/// A stretch of a record of more than five minutes and at most an hour (SESSIONS.md §8.5).
struct CoarseEpoch {
    /// The stretch, and the share of the record's steps that lies in it.
    let start: Int64
    let end: Int64
    let steps: Int64
    /// The place of the source in `NamedSources.all`, and its rank as a coarse one.
    let source: Int
    let rank: Int
    /// Whether it is a whole record that no finer record of its source cut.
    let isUncut: Bool

    init(_ piece: OverlapResolution.Piece, source: Int, rank: Int) {
        start = piece.start
        end = piece.end
        steps = piece.steps(before: piece.end)
        self.source = source
        self.rank = rank
        isUncut = piece.isUncut
    }

    /// The length in milliseconds.
    var length: Int64 { end - start }

    /// The steps before an instant of the stretch, by cumulative floor.
    func steps(before instant: Int64) -> Int64 {
        proportion(steps, min(max(instant, start), end) - start, of: length)
    }
}
