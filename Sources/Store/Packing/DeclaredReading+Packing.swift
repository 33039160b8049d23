import Model

// The layout of a row of declared walks, version 1.
//
//     version   one byte, 1
//     count     unsigned: how many walks follow
//     walk      start   signed: milliseconds from the start before (first: from the day's start)
//               length  signed: milliseconds from start to end
//               moving  signed: milliseconds in motion
//               steps   a byte 0, or a byte 1 and signed
//               line    signed: lines from the walk before (first: from line 0)

private let version: UInt8 = 1

extension DeclaredReading {
    static func pack(
        _ readings: ArraySlice<DeclaredReading>,
        day: CivilDay,
        into writer: inout PackedWriter
    ) {
        writer.byte(version)
        writer.unsigned(UInt64(readings.count))
        var start = day.firstMillisecond
        var line: Int64 = 0
        for reading in readings {
            writer.signed(reading.start.milliseconds &- start)
            writer.signed(reading.end.milliseconds &- reading.start.milliseconds)
            writer.signed(reading.moving.count)
            writer.optional(reading.steps.map(Int64.init))
            writer.signed(Int64(reading.line) - line)
            start = reading.start.milliseconds
            line = Int64(reading.line)
        }
    }

    static func unpack(
        _ bytes: [UInt8],
        day: CivilDay,
        source: SourceIndex
    ) throws(PackingProblem) -> [DeclaredReading] {
        var reader = PackedReader(bytes)
        try reader.version(version)
        let count = try reader.count()
        var readings: [DeclaredReading] = []
        readings.reserveCapacity(count)
        var start = day.firstMillisecond
        var line: Int64 = 0
        for _ in 0..<count {
            start = start &+ (try reader.signed())
            let end = start &+ (try reader.signed())
            let moving = Milliseconds(try reader.signed())
            let counted = try reader.optional()
            let steps = counted.flatMap { Int32(exactly: $0) }
            line = line &+ (try reader.signed())
            guard let row = Int32(exactly: line), (steps == nil) == (counted == nil)
            else { throw PackingProblem() }
            readings.append(
                DeclaredReading(
                    start: Instant(milliseconds: start),
                    end: Instant(milliseconds: end),
                    moving: moving,
                    steps: steps,
                    line: row,
                    source: source
                )
            )
        }
        try reader.finish()
        return readings
    }
}
