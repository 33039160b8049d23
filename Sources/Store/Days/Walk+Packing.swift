import Model

// The layout of a walk within a day.
//
//     start      signed: milliseconds from 00:00 UTC of the day's date
//     end        signed: milliseconds from the start
//     active     signed
//     running    signed
//     pause      optional
//     bounds     a byte 0, or a byte 1 and low and high, each signed
//     steps      optional
//     cadence    optional
//     distance   optional
//     climb      optional
//     descent    optional
//     kind       one byte: 0 walk, 1 run, 2 track
//     quality    one byte: 0 measured, 1 estimated, 2 declared
//     facts      one byte: 1 hilliness known, 2 hilly, 4 poor track, 8 open
//     sources    unsigned count, then texts
//
// An optional number is a byte 0, or a byte 1 and the number, signed.

extension Walk {
    /// Packs everything.
    func pack(into writer: inout PackedWriter, date: CivilDay) {
        writer.signed(start.milliseconds &- date.firstMillisecond)
        writer.signed(end.milliseconds &- start.milliseconds)
        writer.signed(active.count)
        writer.signed(running.count)
        writer.optional(pause?.count)
        writer.optional(activeBounds?.lowerBound.count)
        if let activeBounds { writer.signed(activeBounds.upperBound.count) }
        writer.optional(steps?.count)
        writer.optional(doubledCadence.map(Int64.init))
        for length in [distance, climb, descent] { writer.optional(length?.millimetres) }
        writer.byte(kind.code)
        writer.byte(quality.code)
        writer.byte(facts)
        writer.unsigned(UInt64(sources.count))
        for source in sources { writer.text(source) }
    }

    private var facts: UInt8 {
        (isHilly == nil ? 0 : 1) | (isHilly == true ? 2 : 0) | (isPoorTrack ? 4 : 0)
            | (isOpen ? 8 : 0)
    }

    /// Reads what `pack` wrote.
    init(from reader: inout PackedReader, date: CivilDay) throws(PackingProblem) {
        let start = date.firstMillisecond &+ (try reader.signed())
        let end = start &+ (try reader.signed())
        self.init(
            start: Instant(milliseconds: start),
            end: Instant(milliseconds: end),
            active: Milliseconds(try reader.signed()),
            running: Milliseconds(try reader.signed())
        )
        pause = try reader.optional().map { Milliseconds($0) }
        activeBounds = try Self.bounds(from: &reader)
        steps = try reader.optional().map { Steps($0) }
        doubledCadence = try Self.cadence(from: &reader)
        distance = try reader.optional().map { Metres(millimetres: $0) }
        climb = try reader.optional().map { Metres(millimetres: $0) }
        descent = try reader.optional().map { Metres(millimetres: $0) }
        kind = try WalkKind(code: try reader.byte())
        quality = try WalkQuality(code: try reader.byte())
        let facts = try reader.byte()
        isHilly = facts & 1 == 0 ? nil : facts & 2 != 0
        isPoorTrack = facts & 4 != 0
        isOpen = facts & 8 != 0
        for _ in 0..<(try reader.count()) { sources.append(try reader.text()) }
    }

    private static func bounds(
        from reader: inout PackedReader
    ) throws(PackingProblem) -> ClosedRange<Milliseconds>? {
        guard let low = try reader.optional() else { return nil }
        let high = try reader.signed()
        guard low <= high else { throw PackingProblem() }
        return Milliseconds(low)...Milliseconds(high)
    }

    private static func cadence(from reader: inout PackedReader) throws(PackingProblem) -> Int32? {
        guard let cadence = try reader.optional() else { return nil }
        guard let narrow = Int32(exactly: cadence) else { throw PackingProblem() }
        return narrow
    }
}

extension WalkKind {
    fileprivate var code: UInt8 {
        switch self {
        case .walk: 0
        case .run: 1
        case .track: 2
        }
    }

    fileprivate init(code: UInt8) throws(PackingProblem) {
        switch code {
        case 0: self = .walk
        case 1: self = .run
        case 2: self = .track
        default: throw PackingProblem()
        }
    }
}

extension WalkQuality {
    fileprivate var code: UInt8 {
        switch self {
        case .measured: 0
        case .estimated: 1
        case .declared: 2
        }
    }

    fileprivate init(code: UInt8) throws(PackingProblem) {
        switch code {
        case 0: self = .measured
        case 1: self = .estimated
        case 2: self = .declared
        default: throw PackingProblem()
        }
    }
}
