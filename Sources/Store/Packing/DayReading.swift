import Model

/// What kind of readings a row of the store holds; the raw value is stored.
enum ReadingKind: Int64, Sendable, CaseIterable {
    case steps = 0
    case counters = 1
    case declared = 2
}

/// A reading that is stored with the others of its source and UTC day, packed into one row.
///
/// Equal keys (source, start, end) may stand in a row more than once: the larger value holds
/// (SESSIONS.md §8.1), but a value that the derivation may quarantine must not displace one that
/// it may need (§8.10 "Quarantine looks at each observation by itself"). Hence `covers`.
protocol DayReading: Hashable, Sendable {
    /// The kind of row.
    static var kind: ReadingKind { get }
    /// Whose reading.
    var source: SourceIndex { get }
    /// The beginning.
    var start: Instant { get }
    /// The end; before the beginning when the file says so.
    var end: Instant { get }
    /// The line of the file.
    var line: Int32 { get }
    /// Whether it stands before another reading of its source in a row: by key, then the larger
    /// value, then the lesser line.
    func precedes(_ other: Self) -> Bool
    /// Whether another reading of the same key says nothing that this one does not say.
    ///
    /// Reflexive and transitive, so what is left of a set does not depend on the order.
    func covers(_ other: Self) -> Bool
    /// Packs readings in their order.
    static func pack(_ readings: ArraySlice<Self>, day: CivilDay, into writer: inout PackedWriter)
    /// Reads what `pack` wrote.
    static func unpack(
        _ bytes: [UInt8],
        day: CivilDay,
        source: SourceIndex
    ) throws(PackingProblem) -> [Self]
}

extension DayReading {
    /// The first instant that the reading touches.
    @inline(__always) var first: Instant { min(start, end) }
    /// The last instant that it touches.
    @inline(__always) var last: Instant { max(start, end) }

    /// Whether key comes before key.
    @inline(__always)
    func keyPrecedes(_ other: Self) -> Bool {
        start == other.start ? end < other.end : start < other.start
    }

    /// Whether the keys are equal; both are of one source.
    @inline(__always)
    func hasKey(of other: Self) -> Bool {
        start == other.start && end == other.end
    }
}

extension CivilDay {
    /// The first millisecond of the UTC day.
    var firstMillisecond: Int64 { Int64(daysSinceEpoch) * 86_400_000 }
}

extension StepReading: DayReading {
    static var kind: ReadingKind { .steps }

    @inline(__always)
    func precedes(_ other: StepReading) -> Bool {
        if start != other.start { return start < other.start }
        if end != other.end { return end < other.end }
        return steps == other.steps ? line < other.line : steps > other.steps
    }

    /// A larger count displaces a smaller one only when no sensible limit quarantines it: 180 a
    /// minute, a brisk run, against the limit of 300 (SESSIONS.md §8.2).
    func covers(_ other: StepReading) -> Bool {
        steps == other.steps || (steps > other.steps && isOrdinary)
    }

    private var isOrdinary: Bool {
        guard end >= start else { return false }
        let minutes = max(1, start.milliseconds(to: end) / 60_000)
        return Int64(steps) / 180 < minutes
    }
}

extension CounterReading: DayReading {
    static var kind: ReadingKind { .counters }

    var start: Instant { time }
    var end: Instant { time }

    func precedes(_ other: CounterReading) -> Bool {
        if time != other.time { return time < other.time }
        return value == other.value ? line < other.line : value > other.value
    }

    func covers(_ other: CounterReading) -> Bool {
        value >= other.value
    }
}

extension DeclaredReading: DayReading {
    static var kind: ReadingKind { .declared }

    func precedes(_ other: DeclaredReading) -> Bool {
        if !hasKey(of: other) { return keyPrecedes(other) }
        if moving != other.moving { return moving > other.moving }
        return steps == other.steps
            ? line < other.line : (steps ?? -1) > (other.steps ?? -1)
    }

    /// Only an equal one: which of two different statements holds is for the derivation to say.
    func covers(_ other: DeclaredReading) -> Bool {
        moving == other.moving && steps == other.steps
    }
}
