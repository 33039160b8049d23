/// The end of the last record of each day of a window, and whose it was.
struct LastRecords {
    /// An end in milliseconds and the place of the source in `NamedSources.all`.
    struct Last {
        var time: Int64
        var source: Int
    }

    /// One a day; nothing for a day without records.
    private(set) var days: [Last?]

    private let window: MinuteWindow
    /// The day of the record before: records mostly come in order.
    private var recent = 0

    init(window: MinuteWindow) {
        self.window = window
        days = [Last?](repeating: nil, count: window.days.count)
    }

    /// Whether a record lies in the window, at least in part.
    func touches(start: Int64, end: Int64) -> Bool {
        start < window.span.upperBound && !window.days.isEmpty
            && Self.last(start, end) >= window.span.lowerBound
    }

    /// The last millisecond of a record; hostile ends before the beginning do not overflow.
    private static func last(_ start: Int64, _ end: Int64) -> Int64 {
        end > start ? end - 1 : start
    }

    /// Notes a record on every day that it touches; on each it ends with the day at the latest.
    ///
    /// An instant is a record that begins and ends at once.
    mutating func note(start: Int64, end: Int64, source: Int) {
        guard touches(start: start, end: end) else { return }
        let last = Self.last(start, end)
        var day = place(of: min(last, window.span.upperBound - 1))
        note(min(end, self.end(of: day)), on: day, source: source)
        while day > 0, start < self.start(of: day) {
            day -= 1
            guard !window.days[day].minutes.isEmpty else { continue }
            note(self.end(of: day), on: day, source: source)
        }
    }

    private mutating func note(_ time: Int64, on day: Int, source: Int) {
        if let known = days[day], (known.time, -known.source) >= (time, -source) { return }
        days[day] = Last(time: time, source: source)
    }

    private func start(of day: Int) -> Int64 {
        window.start(of: window.days[day].minutes.lowerBound)
    }

    private func end(of day: Int) -> Int64 {
        window.start(of: window.days[day].minutes.upperBound)
    }

    private mutating func place(of instant: Int64) -> Int {
        if !(start(of: recent)..<end(of: recent)).contains(instant) {
            recent = window.dayIndex(of: window.clampedIndex(of: instant))
        }
        return recent
    }
}
