import Model

/// Reads the times of GPX: ISO 8601 in the forms that real writers use.
///
///     2026-07-26T05:01:04Z          seconds may have any number of decimals, cut to milliseconds
///     2026-07-26T05:01:04.5+01:15   offsets with or without colon, or hours alone
///     2026-07-26 05:01              blanks for the T, no seconds; without a zone it is UTC
enum GPXTime {
    /// How a time says its zone.
    enum Zone: Hashable {
        case unsaid, utc, offset
    }

    /// Reads a time; blanks around it are ignored.
    ///
    /// - Returns: nothing when it is no time of the years 1 to 9999.
    static func instant(_ text: Span<UInt8>) -> Instant? { read(text)?.instant }

    /// Reads a time, and how it says its zone.
    static func read(_ text: Span<UInt8>) -> (instant: Instant, zone: Zone)? {
        let range = text.trimmed
        var index = range.lowerBound
        guard let day = date(text, &index, range.upperBound),
            skipSeparator(text, &index, range.upperBound),
            let clock = clock(text, &index, range.upperBound),
            let (offset, zone) = offset(text, &index, range.upperBound), index == range.upperBound
        else { return nil }
        let midnight = Int64(day.daysSinceEpoch) * 86_400_000
        return (Instant(milliseconds: midnight + clock - offset * 60_000), zone)
    }

    private static func date(
        _ text: Span<UInt8>,
        _ index: inout Int,
        _ end: Int
    ) -> CivilDay? {
        guard let year = number(text, &index, end, digits: 4), skip(0x2D, text, &index, end),
            let month = number(text, &index, end, digits: 2), skip(0x2D, text, &index, end),
            let day = number(text, &index, end, digits: 2)
        else { return nil }
        return CivilDay(year: year, month: month, day: day)
    }

    private static func skipSeparator(
        _ text: Span<UInt8>,
        _ index: inout Int,
        _ end: Int
    ) -> Bool {
        guard index < end else { return false }
        if text[index] | 0x20 == 0x74 {
            index += 1
            return true
        }
        let start = index
        while index < end, text[index].isBlank { index += 1 }
        return index > start
    }

    /// The milliseconds since midnight; a leap second is the one behind it.
    private static func clock(_ text: Span<UInt8>, _ index: inout Int, _ end: Int) -> Int64? {
        guard let hour = number(text, &index, end, digits: 2), skip(0x3A, text, &index, end),
            let minute = number(text, &index, end, digits: 2), hour <= 24, minute <= 59
        else { return nil }
        var milliseconds = Int64(hour * 60 + minute) * 60_000
        if skip(0x3A, text, &index, end) {
            guard let second = number(text, &index, end, digits: 2), second <= 60,
                let fraction = fraction(text, &index, end)
            else { return nil }
            milliseconds += Int64(second) * 1000 + fraction
        }
        return hour == 24 && milliseconds > 86_400_000 ? nil : milliseconds
    }

    private static func fraction(_ text: Span<UInt8>, _ index: inout Int, _ end: Int) -> Int64? {
        guard skip(0x2E, text, &index, end) || skip(0x2C, text, &index, end) else { return 0 }
        let start = index
        var weight: Int64 = 100
        var milliseconds: Int64 = 0
        while index < end, text[index].isDigit {
            milliseconds += Int64(text[index] - 0x30) * weight
            weight /= 10
            index += 1
        }
        return index > start ? milliseconds : nil
    }

    /// Minutes east of UTC.
    private static func offset(
        _ text: Span<UInt8>,
        _ index: inout Int,
        _ end: Int
    ) -> (minutes: Int64, zone: Zone)? {
        while index < end, text[index].isBlank { index += 1 }
        guard index < end else { return (0, .unsaid) }
        let mark = text[index]
        index += 1
        if mark | 0x20 == 0x7A { return (0, .utc) }
        guard mark == 0x2B || mark == 0x2D, let hours = number(text, &index, end, digits: 2),
            hours <= 23
        else { return nil }
        let hasColon = skip(0x3A, text, &index, end)
        var minutes = 0
        if hasColon || index < end {
            guard let rest = number(text, &index, end, digits: 2), rest <= 59 else { return nil }
            minutes = rest
        }
        let total = Int64(hours * 60 + minutes) * (mark == 0x2D ? -1 : 1)
        return (total, total == 0 ? .utc : .offset)
    }

    private static func skip(
        _ byte: UInt8,
        _ text: Span<UInt8>,
        _ index: inout Int,
        _ end: Int
    ) -> Bool {
        guard index < end, text[index] == byte else { return false }
        index += 1
        return true
    }

    private static func number(
        _ text: Span<UInt8>,
        _ index: inout Int,
        _ end: Int,
        digits: Int
    ) -> Int? {
        guard end - index >= digits else { return nil }
        var value = 0
        for place in index..<index + digits {
            guard text[place].isDigit else { return nil }
            value = value * 10 + Int(text[place] - 0x30)
        }
        index += digits
        return value
    }
}
