import Model

// The layout of a row of counter samples, version 1.
//
//     version   one byte, 1
//     count     unsigned: how many samples follow
//     sample    mask, changed fields, value
//
// The mask byte says which fields differ from the sample before; they follow, signed, in this
// order:
//
//     1  step    milliseconds from the sample before (first: from the UTC day's start)
//     2  line    lines from the sample before (first: from line 0)
//     4  flags   the time flags
//
// Then the value, signed, as the difference from the one before (first: from 0). Before the first
// sample the step is 0, the line 1, the flags 0.

private struct CounterShape {
    var step: Int64 = 0
    var line: Int64 = 1
    var flags: UInt8 = 0
}

private let version: UInt8 = 1

extension CounterReading {
    static func pack(
        _ readings: ArraySlice<CounterReading>,
        day: CivilDay,
        into writer: inout PackedWriter
    ) {
        writer.byte(version)
        writer.unsigned(UInt64(readings.count))
        var shape = CounterShape()
        var time = day.firstMillisecond
        var line: Int64 = 0
        var value: Int64 = 0
        for reading in readings {
            let next = CounterShape(
                step: reading.time.milliseconds &- time,
                line: Int64(reading.line) - line,
                flags: reading.flags.rawValue
            )
            write(next, after: shape, into: &writer)
            writer.signed(reading.value &- value)
            shape = next
            time = reading.time.milliseconds
            line = Int64(reading.line)
            value = reading.value
        }
    }

    private static func write(
        _ shape: CounterShape,
        after before: CounterShape,
        into writer: inout PackedWriter
    ) {
        var mask: UInt8 = 0
        if shape.step != before.step { mask |= 1 }
        if shape.line != before.line { mask |= 2 }
        if shape.flags != before.flags { mask |= 4 }
        writer.byte(mask)
        if mask & 1 != 0 { writer.signed(shape.step) }
        if mask & 2 != 0 { writer.signed(shape.line) }
        if mask & 4 != 0 { writer.signed(Int64(shape.flags)) }
    }

    static func unpack(
        _ bytes: [UInt8],
        day: CivilDay,
        source: SourceIndex
    ) throws(PackingProblem) -> [CounterReading] {
        var reader = PackedReader(bytes)
        try reader.version(version)
        let count = try reader.count()
        var readings: [CounterReading] = []
        readings.reserveCapacity(count)
        var shape = CounterShape()
        var time = day.firstMillisecond
        var line: Int64 = 0
        var value: Int64 = 0
        for _ in 0..<count {
            try read(&shape, from: &reader)
            guard let nextLine = Int32(exactly: line &+ shape.line) else { throw PackingProblem() }
            time = time &+ shape.step
            line = Int64(nextLine)
            value = value &+ (try reader.signed())
            readings.append(
                CounterReading(
                    time: Instant(milliseconds: time),
                    value: value,
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
        _ shape: inout CounterShape,
        from reader: inout PackedReader
    ) throws(PackingProblem) {
        let mask = try reader.byte()
        if mask & 1 != 0 { shape.step = try reader.signed() }
        if mask & 2 != 0 { shape.line = try reader.signed() }
        if mask & 4 != 0 { shape.flags = try reader.narrow() }
    }
}
