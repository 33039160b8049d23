package import Model

/// Writes instants as the clocks at home show them (SESSIONS.md §8.10 "Days and zones").
package struct HomeClock: Hashable, Sendable {
    private let home: HomeZones

    /// Makes a clock for these zones.
    package init(_ home: HomeZones) {
        self.home = home
    }

    /// The date, time with milliseconds and offset of RFC 3339, `2026-11-21T07:02:03.530+01:00`.
    ///
    /// Offsets of old local mean times are written to the minute, as RFC 3339 asks; the wall time
    /// is moved along, so that the text still names the instant.
    package func rfc3339(_ instant: Instant) -> String {
        let minutes = Int64(home.offsetSeconds(at: instant)).flooredDivision(by: 60)
        let wall = WallTime(utc: instant.advanced(by: minutes * 60_000))
        let (hours, rest) = minutes.magnitude.quotientAndRemainder(dividingBy: 60)
        return
            "\(wall.day)T\(Self.seconds(wall)).\(padded(Int(wall.millisecondOfDay) % 1000, to: 3))"
            + (minutes < 0 ? "-" : "+") + "\(padded(Int(hours), to: 2)):\(padded(Int(rest), to: 2))"
    }

    /// Hours and minutes, `22:10`.
    package func time(_ instant: Instant) -> String {
        Self.minutes(home.wallTime(at: instant))
    }

    /// Date, hours and minutes, `2026-11-21 22:10`.
    package func dateAndTime(_ instant: Instant) -> String {
        let wall = home.wallTime(at: instant)
        return "\(wall.day) \(Self.minutes(wall))"
    }

    /// A beginning and an end, `07:02–07:23`; the end has its date when it is another one.
    package func span(_ start: Instant, _ end: Instant) -> String {
        let isOneDay = home.wallTime(at: start).day == home.wallTime(at: end).day
        return time(start) + "–" + (isOneDay ? time(end) : dateAndTime(end))
    }

    /// Weekday and time within the week before a day, `Sat 22:10`; the date when it lies longer ago.
    package func recently(_ instant: Instant, seenFrom day: CivilDay) -> String {
        let wall = home.wallTime(at: instant)
        guard (0...6).contains(wall.day.days(to: day)) else { return dateAndTime(instant) }
        return "\(wall.day.weekdayName) \(Self.minutes(wall))"
    }

    private static func minutes(_ wall: WallTime) -> String {
        let minute = Int(wall.millisecondOfDay) / 60_000
        return "\(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2))"
    }

    private static func seconds(_ wall: WallTime) -> String {
        "\(minutes(wall)):\(padded(Int(wall.millisecondOfDay) / 1000 % 60, to: 2))"
    }
}

extension CivilDay {
    /// The weekday in three letters, `Sat`.
    var weekdayName: String { String(longWeekdayName.prefix(3)) }

    /// The weekday in full, `Saturday`.
    var longWeekdayName: String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
    }
}
