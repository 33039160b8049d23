import Model

// The layout of a derived day, version 1. The date is the row's.
//
//     version         one byte, 1
//     zone            text
//     coverage        one byte: 0 none, 1 partial, 2 recorded
//     coveredMinutes  signed
//     steps           optional
//     stepping        a byte 0, or a byte 1 and low, central, high, each signed
//     estimated       signed
//     sessionWalking  signed
//     last record     a byte 0, or a byte 1, the time (signed) and the source (text)
//     walks, tracks   each: unsigned count, then walks (layout in Walk+Packing.swift)
//
// An optional number is a byte 0, or a byte 1 and the number, signed.

private let version: UInt8 = 1

extension Day {
    /// Packs everything but the date.
    func packed() -> [UInt8] {
        var writer = PackedWriter()
        writer.byte(version)
        writer.text(zoneName)
        writer.byte(coverage.code)
        writer.signed(Int64(coveredMinutes))
        writer.optional(steps?.count)
        writer.byte(stepping == nil ? 0 : 1)
        if let stepping {
            for bound in [stepping.low, stepping.central, stepping.high] {
                writer.signed(bound.count)
            }
        }
        writer.signed(estimated.count)
        writer.signed(sessionWalking.count)
        writer.optional(lastRecord?.time.milliseconds)
        if let lastRecord { writer.text(lastRecord.source) }
        for list in [walks, tracks] {
            writer.unsigned(UInt64(list.count))
            for walk in list { walk.pack(into: &writer, date: date) }
        }
        return writer.bytes
    }

    /// Reads what `packed` wrote.
    init(packed bytes: [UInt8], date: CivilDay) throws(PackingProblem) {
        var reader = PackedReader(bytes)
        try reader.version(version)
        self.init(date: date, zoneName: try reader.text())
        coverage = try Coverage(code: try reader.byte())
        coveredMinutes = try reader.narrow()
        steps = try reader.optional().map { Steps($0) }
        stepping = try Self.estimate(from: &reader)
        estimated = Milliseconds(try reader.signed())
        sessionWalking = Milliseconds(try reader.signed())
        if let time = try reader.optional() {
            lastRecord = LastRecord(
                time: Instant(milliseconds: time),
                source: try reader.text()
            )
        }
        walks = try Self.walks(from: &reader, date: date)
        tracks = try Self.walks(from: &reader, date: date)
        try reader.finish()
    }

    private static func estimate(
        from reader: inout PackedReader
    ) throws(PackingProblem) -> Estimate? {
        switch try reader.byte() {
        case 0: return nil
        case 1:
            return Estimate(
                low: Milliseconds(try reader.signed()),
                central: Milliseconds(try reader.signed()),
                high: Milliseconds(try reader.signed())
            )
        default: throw PackingProblem()
        }
    }

    private static func walks(
        from reader: inout PackedReader,
        date: CivilDay
    ) throws(PackingProblem) -> [Walk] {
        var walks: [Walk] = []
        for _ in 0..<(try reader.count()) {
            walks.append(try Walk(from: &reader, date: date))
        }
        return walks
    }
}

extension Coverage {
    fileprivate var code: UInt8 {
        switch self {
        case .none: 0
        case .partial: 1
        case .recorded: 2
        }
    }

    fileprivate init(code: UInt8) throws(PackingProblem) {
        switch code {
        case 0: self = .none
        case 1: self = .partial
        case 2: self = .recorded
        default: throw PackingProblem()
        }
    }
}
