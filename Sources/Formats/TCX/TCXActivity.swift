internal import Model

/// One activity of a TCX while it is read.
struct TCXActivity {
    /// Where it begins.
    let place: TextPlace
    /// What it says it was.
    let sport: TCXSport
    /// Where its segments begin.
    var segments = TCXSegments()
    /// Whether a segment is open.
    var isInSegment = false
    /// All its points, those with a position, and those of them without a time.
    var points = 0
    var positions = 0
    var untimed = 0

    private var laps = 0
    private var lapStart: Instant?
    private var isClear = true
    private var start: Instant?
    private var end: Instant?
    private var moving: Int64 = 0

    /// Begins an activity.
    init(_ element: XMLElement) {
        place = element.place
        sport = TCXSport(element.string(of: "Sport"))
    }

    /// A lap begins.
    mutating func beginLap(_ element: XMLElement) {
        laps += 1
        segments.beginLap()
        lapStart = element.value(of: "StartTime")?.withBytes { GPXTime.instant($0.span) }
        if lapStart == nil { isClear = false }
    }

    /// Takes the `TotalTimeSeconds` of the lap, in which pauses do not count.
    mutating func take(seconds text: Span<UInt8>) {
        guard let milliseconds = DecimalNumber.scaled(text, decimals: 3), let lapStart,
            (0...172_800_000).contains(milliseconds)
        else {
            isClear = false
            return
        }
        moving += milliseconds
        start = min(start ?? lapStart, lapStart)
        end = max(end ?? lapStart, lapStart.advanced(by: milliseconds))
        self.lapStart = nil
    }

    /// Notes the time of a point without a position: the walk went on until then.
    mutating func take(timeWithoutPosition time: Instant) {
        if let end { self.end = max(end, time) }
    }

    /// The walk that laps without positions declare; nothing when their times are not clear.
    func walk(by source: SourceIndex) -> DeclaredReading? {
        guard isClear, laps > 0, let start, let end, start < end else { return nil }
        return DeclaredReading(
            start: start,
            end: end,
            moving: Milliseconds(min(moving, start.milliseconds(to: end))),
            steps: nil,
            line: Int32(clamping: place.line),
            source: source
        )
    }
}
