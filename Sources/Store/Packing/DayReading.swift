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
    // Names of our own and plain numbers: a witness in another module would be called, not inlined,
    // millions of times.
    /// Whose reading.
    var owner: SourceIndex { get }
    /// The beginning in milliseconds since the epoch.
    var opening: Int64 { get }
    /// The end likewise; before the beginning when the file says so.
    var closing: Int64 { get }
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
    /// The first instant that the reading touches, in milliseconds.
    @inline(__always) var least: Int64 { min(opening, closing) }
    /// The last instant that it touches, in milliseconds.
    @inline(__always) var greatest: Int64 { max(opening, closing) }
    /// The first instant that the reading touches.
    var first: Instant { Instant(milliseconds: least) }
    /// The last instant that it touches.
    var last: Instant { Instant(milliseconds: greatest) }

    /// Whether key comes before key.
    @inline(__always)
    func keyPrecedes(_ other: Self) -> Bool {
        opening == other.opening ? closing < other.closing : opening < other.opening
    }

    /// Whether the keys are equal; both are of one source.
    @inline(__always)
    func hasKey(of other: Self) -> Bool {
        opening == other.opening && closing == other.closing
    }
}

extension CivilDay {
    /// The first millisecond of the UTC day.
    var firstMillisecond: Int64 { Int64(daysSinceEpoch) * 86_400_000 }
}

extension StepReading: DayReading {
    static var kind: ReadingKind { .steps }
    @inline(__always) var owner: SourceIndex { source }
    @inline(__always) var opening: Int64 { start.milliseconds }
    @inline(__always) var closing: Int64 { end.milliseconds }

    @inline(__always)
    func precedes(_ other: StepReading) -> Bool {
        if !hasKey(of: other) { return keyPrecedes(other) }
        return steps == other.steps ? line < other.line : steps > other.steps
    }

    /// A larger count displaces a smaller one only when no sensible limit quarantines it: 180 a
    /// minute, a brisk run, against the limit of 300 (SESSIONS.md §8.2).
    func covers(_ other: StepReading) -> Bool {
        steps == other.steps || (steps > other.steps && isOrdinary)
    }

    private var isOrdinary: Bool {
        guard closing >= opening else { return false }
        let minutes = max(1, start.milliseconds(to: end) / 60_000)
        return Int64(steps) / 180 < minutes
    }
}

extension CounterReading: DayReading {
    static var kind: ReadingKind { .counters }

    @inline(__always) var owner: SourceIndex { source }
    @inline(__always) var opening: Int64 { time.milliseconds }
    @inline(__always) var closing: Int64 { time.milliseconds }

    func precedes(_ other: CounterReading) -> Bool {
        if opening != other.opening { return opening < other.opening }
        return value == other.value ? line < other.line : value > other.value
    }

    func covers(_ other: CounterReading) -> Bool {
        value >= other.value
    }
}

extension DeclaredReading: DayReading {
    static var kind: ReadingKind { .declared }
    @inline(__always) var owner: SourceIndex { source }
    @inline(__always) var opening: Int64 { start.milliseconds }
    @inline(__always) var closing: Int64 { end.milliseconds }

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
