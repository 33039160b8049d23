import Model

// The layout of a row of step readings, version 1.
//
//     version   one byte, 1
//     count     unsigned: how many readings follow
//     reading   head, and when it says so mask and changed fields
//
// head is unsigned: steps × 2, plus 1 when the reading's shape differs from the one before. Only
// then a mask byte follows, and after it each field whose bit is set, signed, in this order:
//
//     1  gap     milliseconds from the end of the reading before (first: from the UTC day's start)
//     2  length  milliseconds from start to end
//     4  line    lines from the reading before (first: from line 0)
//     8  flags   the time flags
//
// Before the first reading the shape is: gap 0, length 60 000, line 1, flags 0. So a minute that
// follows the one before on the next line takes one byte below 64 steps and two bytes above.

/// How a reading lies to the one before it.
private struct StepShape: Equatable, BitwiseCopyable {
    var gap: Int64 = 0
    var length: Int64 = 60_000
    var line: Int64 = 1
    var flags: UInt8 = 0
}

private let version: UInt8 = 1

extension StepReading {
    static func pack(
        _ readings: ArraySlice<StepReading>,
        day: CivilDay,
        into writer: inout PackedWriter
    ) {
        writer.byte(version)
        writer.unsigned(UInt64(readings.count))
        var before = StepShape()
        var end = day.firstMillisecond
        var line: Int64 = 0
        for reading in readings {
            let shape = StepShape(
                gap: reading.start.milliseconds &- end,
                length: reading.end.milliseconds &- reading.start.milliseconds,
                line: Int64(reading.line) - line,
                flags: reading.flags.rawValue
            )
            let head = UInt64(UInt32(bitPattern: reading.steps)) << 1
            if shape == before {
                writer.unsigned(head)
            } else {
                writer.unsigned(head | 1)
                write(shape, after: before, into: &writer)
                before = shape
            }
            end = reading.end.milliseconds
            line = Int64(reading.line)
        }
    }

    private static func write(
        _ shape: StepShape,
        after before: StepShape,
        into writer: inout PackedWriter
    ) {
        var mask: UInt8 = 0
        if shape.gap != before.gap { mask |= 1 }
        if shape.length != before.length { mask |= 2 }
        if shape.line != before.line { mask |= 4 }
        if shape.flags != before.flags { mask |= 8 }
        writer.byte(mask)
        if mask & 1 != 0 { writer.signed(shape.gap) }
        if mask & 2 != 0 { writer.signed(shape.length) }
        if mask & 4 != 0 { writer.signed(shape.line) }
        if mask & 8 != 0 { writer.signed(Int64(shape.flags)) }
    }

    static func unpack(
        _ bytes: [UInt8],
        day: CivilDay,
        source: SourceIndex
    ) throws(PackingProblem) -> [StepReading] {
        var reader = PackedReader(bytes)
        try reader.version(version)
        let count = try reader.count()
        var readings: [StepReading] = []
        readings.reserveCapacity(count)
        var shape = StepShape()
        var end = day.firstMillisecond
        var line: Int64 = 0
        for _ in 0..<count {
            let head = try reader.unsigned()
            if head & 1 != 0 { try read(&shape, from: &reader) }
            guard let steps = UInt32(exactly: head >> 1),
                let nextLine = Int32(exactly: line &+ shape.line)
            else { throw PackingProblem() }
            let start = end &+ shape.gap
            end = start &+ shape.length
            line = Int64(nextLine)
            readings.append(
                StepReading(
                    start: Instant(milliseconds: start),
                    end: Instant(milliseconds: end),
                    steps: Int32(bitPattern: steps),
                    line: nextLine,
                    source: source,
                    flags: TimeFlags(rawValue: shape.flags)
                )
            )
        }
        try reader.finish()
        return readings
    }

    private static func read(
        _ shape: inout StepShape,
        from reader: inout PackedReader
    ) throws(PackingProblem) {
        let mask = try reader.byte()
        if mask & 1 != 0 { shape.gap = try reader.signed() }
        if mask & 2 != 0 { shape.length = try reader.signed() }
        if mask & 4 != 0 { shape.line = try reader.signed() }
        if mask & 8 != 0 { shape.flags = try reader.narrow() }
    }
}
