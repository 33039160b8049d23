import Model

/// The UTC minutes that are held in memory, as indices from 0, and the civil days they make up.
struct MinuteWindow {
    /// One civil day; `minutes` is empty for a date that does not exist.
    struct LoadedDay {
        let date: CivilDay
        let minutes: Range<Int>
    }

    /// The first minute, in whole minutes since the epoch.
    let firstMinute: Int64
    /// How many minutes.
    let count: Int
    /// The days, in order and without holes; every minute belongs to exactly one.
    let days: [LoadedDay]

    /// Lays out the minutes of some dates: each belongs to the day that holds its beginning.
    init(dates: ClosedRange<CivilDay>, home: HomeZones) {
        let dayCount = dates.lowerBound.days(to: dates.upperBound) + 1
        var starts: [Int64] = []
        for shift in 0...dayCount {
            let start = home.start(of: dates.lowerBound.advanced(by: shift)).milliseconds
            let minute = wholeMinutes(start)
            let first = start == minute * 60_000 ? minute : minute + 1
            starts.append(max(first, starts.last ?? first))
        }
        let firstMinute = starts[0]
        self.firstMinute = firstMinute
        count = Int(starts[dayCount] - firstMinute)
        days = (0..<dayCount).map { shift in
            LoadedDay(
                date: dates.lowerBound.advanced(by: shift),
                minutes: Int(starts[shift] - firstMinute)..<Int(starts[shift + 1] - firstMinute)
            )
        }
    }

    /// The instants of the window, in milliseconds since the epoch.
    var span: Range<Int64> { start(of: 0)..<start(of: count) }

    /// The instant at which a minute begins, in milliseconds since the epoch.
    func start(of index: Int) -> Int64 {
        (firstMinute + Int64(index)) * 60_000
    }

    /// The instants of a minute.
    func span(ofMinute index: Int) -> Range<Int64> { start(of: index)..<start(of: index + 1) }

    /// The instants of the minutes of a day, by its place in `days`.
    func span(ofDay place: Int) -> Range<Int64> {
        start(of: days[place].minutes.lowerBound)..<start(of: days[place].minutes.upperBound)
    }

    /// The place of the minute that holds an instant, held inside 0...count.
    func clampedIndex(of milliseconds: Int64) -> Int {
        let minute = wholeMinutes(milliseconds)
        return Int(min(max(minute, firstMinute), firstMinute + Int64(count)) - firstMinute)
    }

    /// The minutes that an interval touches, inside the window.
    func indices(touching interval: Range<Int64>) -> Range<Int> {
        guard interval.lowerBound < span.upperBound, interval.upperBound > span.lowerBound,
            !interval.isEmpty
        else { return 0..<0 }
        let first = clampedIndex(of: interval.lowerBound)
        return first..<min(count, clampedIndex(of: interval.upperBound - 1) + 1)
    }

    /// The place in `days` of the day that holds a minute.
    func dayIndex(of index: Int) -> Int {
        let place = days.firstPlace { $0.minutes.upperBound > index }
        return min(place, days.count - 1)
    }

    /// The places in `days` of the days that an interval touches.
    func days(touching interval: Range<Int64>) -> Range<Int> {
        let minutes = indices(touching: interval)
        guard !minutes.isEmpty else { return 0..<0 }
        return dayIndex(of: minutes.lowerBound)..<dayIndex(of: minutes.upperBound - 1) + 1
    }

    /// The minutes of a stretch of dates; dates outside the window add nothing.
    func minutes(of dates: ClosedRange<CivilDay>) -> Range<Int> {
        let inside = days.filter { dates.contains($0.date) }
        guard let first = inside.first, let last = inside.last else { return 0..<0 }
        return first.minutes.lowerBound..<last.minutes.upperBound
    }
}
