internal import Model

/// Steps out of looks at a count that begins anew each day.
///
/// Where a device loses a part of its count for a while, the count falls and comes up again: only what
/// exceeds the highest count of the day was walked since. So nothing is counted twice.
struct DailyCounter {
    /// What one look at the count says.
    enum Increment: Hashable {
        /// Nothing, since it is the first look, or while the count is below what it was.
        case nothing
        /// Nothing, since it is no later than the look before.
        case backwards
        /// So many steps since then.
        case steps(Int32, since: Instant)
    }

    /// A count that fell within a day and did not come up again.
    struct Loss: Hashable {
        /// Where it fell.
        let place: TextPlace
        let before: Int32
        let after: Int32
    }

    /// With a longer pause over midnight a count that did not fall may be that of the new day.
    private static let longPause: Int64 = 3 * 3_600_000

    /// Whose count it is.
    let name: String

    private let zones: HomeZones
    private var last: (time: Instant, value: Int32)?
    private var highest: Int32 = 0
    private var fall: Loss?
    private var loss: Loss?

    /// Makes a counter that begins anew at midnight in these zones.
    init(zones: HomeZones, name: String) {
        self.zones = zones
        self.name = name
    }

    /// Takes a look at the count; looks come in the order of their times.
    mutating func take(_ value: Int32, at time: Instant, _ place: TextPlace) -> Increment {
        guard let last else {
            last = (time, value)
            highest = value
            return .nothing
        }
        guard last.time < time else { return .backwards }
        self.last = (time, value)
        let midnight = zones.start(of: zones.day(at: time))
        // What is written at midnight itself is the count of the day that ends.
        let isNewDay = last.time <= midnight && midnight < time
        let isLongPause = last.time.milliseconds(to: time) >= Self.longPause
        if isNewDay, value < last.value || isLongPause {
            end()
            highest = value
            return .steps(value, since: max(last.time, midnight))
        }
        guard value >= highest else {
            fall = fall ?? Loss(place: place, before: highest, after: value)
            return .nothing
        }
        fall = nil
        defer { highest = value }
        return .steps(value - highest, since: last.time)
    }

    /// Ends a day: a count that has not come up again has lost steps.
    mutating func end() {
        loss = fall
        fall = nil
    }

    /// What was lost in a day that has ended, once.
    mutating func takeLoss() -> Loss? {
        defer { loss = nil }
        return loss
    }
}
