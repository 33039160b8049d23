import Model

// The layout of a piece of a track segment, version 1.
//
//     version   one byte, 1
//     count     unsigned: how many points follow
//     point     mask, changed fields, latitude, longitude, height
//
// The mask byte says which fields follow, signed, in this order:
//
//     1  step    milliseconds from the point before, when it is not the step before (first: from
//                the epoch)
//     2  line    lines from the point before, when it is not the step before (first: from line 0)
//     4  flags   the point's flags, when they are not those before
//     8  height  the point has a height; it follows at the end
//
// Latitude and longitude follow, signed, in nanodegrees from the point before (first: from 0), then
// the height when there is one, signed, in millimetres from the last height (first: from 0). Before
// the first point step, line and flags are 0, 1 and 0. One point a second takes about nine bytes.

/// What is carried from point to point.
private struct TrackState {
    var time: Int64 = 0
    var step: Int64 = 0
    var line: Int64 = 0
    var lineStep: Int64 = 1
    var flags: UInt8 = 0
    var latitude: Int64 = 0
    var longitude: Int64 = 0
    var height: Int64 = 0
}

private let version: UInt8 = 1

extension TrackPoint {
    /// Packs points in their order.
    static func pack(_ points: [TrackPoint]) -> [UInt8] {
        var writer = PackedWriter()
        writer.byte(version)
        writer.unsigned(UInt64(points.count))
        var state = TrackState()
        for point in points { point.write(into: &writer, &state) }
        return writer.bytes
    }

    private func write(into writer: inout PackedWriter, _ state: inout TrackState) {
        let step = time.milliseconds &- state.time
        let lineStep = Int64(line) - state.line
        var mask: UInt8 = elevation == nil ? 0 : 8
        if step != state.step { mask |= 1 }
        if lineStep != state.lineStep { mask |= 2 }
        if flags.rawValue != state.flags { mask |= 4 }
        writer.byte(mask)
        if mask & 1 != 0 { writer.signed(step) }
        if mask & 2 != 0 { writer.signed(lineStep) }
        if mask & 4 != 0 { writer.signed(Int64(flags.rawValue)) }
        writer.signed(latitude &- state.latitude)
        writer.signed(longitude &- state.longitude)
        if let elevation {
            writer.signed(Int64(elevation) - state.height)
            state.height = Int64(elevation)
        }
        state.time = time.milliseconds
        state.step = step
        state.line = Int64(line)
        state.lineStep = lineStep
        state.flags = flags.rawValue
        state.latitude = latitude
        state.longitude = longitude
    }

    /// Reads what `pack` wrote.
    static func unpack(_ bytes: [UInt8]) throws(PackingProblem) -> [TrackPoint] {
        var reader = PackedReader(bytes)
        try reader.version(version)
        let count = try reader.count()
        var points: [TrackPoint] = []
        points.reserveCapacity(count)
        var state = TrackState()
        for _ in 0..<count { points.append(try read(from: &reader, &state)) }
        try reader.finish()
        return points
    }

    private static func read(
        from reader: inout PackedReader,
        _ state: inout TrackState
    ) throws(PackingProblem) -> TrackPoint {
        let mask = try reader.byte()
        if mask & 1 != 0 { state.step = try reader.signed() }
        if mask & 2 != 0 { state.lineStep = try reader.signed() }
        if mask & 4 != 0 { state.flags = try reader.narrow() }
        state.time = state.time &+ state.step
        state.latitude = state.latitude &+ (try reader.signed())
        state.longitude = state.longitude &+ (try reader.signed())
        if mask & 8 != 0 { state.height = state.height &+ (try reader.signed()) }
        guard let line = Int32(exactly: state.line &+ state.lineStep),
            let height = Int32(exactly: state.height)
        else { throw PackingProblem() }
        state.line = Int64(line)
        return TrackPoint(
            time: Instant(milliseconds: state.time),
            latitude: state.latitude,
            longitude: state.longitude,
            elevation: mask & 8 == 0 ? nil : height,
            flags: PointFlags(rawValue: state.flags),
            line: line
        )
    }
}
