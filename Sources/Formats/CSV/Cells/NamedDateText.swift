internal import Model

/// Reads dates with the name of a month, in any language of `MonthWords`.
///
/// `Fr, 25 Mai 2012 20:31` as Garmin Connect wrote it in 2012, `15 Nov 2025, 13:31:49` and
/// `May 9, 2023, 10:09:29 AM` as Strava does, and `Feb 12`, which has no year.
enum NamedDateText {
    /// A day of a month of some year.
    struct MonthDay: Hashable {
        let month: Int
        let day: Int
    }

    /// A local time with day, name of the month and year, with or without a weekday.
    static func read(_ cell: UnsafeBufferPointer<UInt8>) -> TimeText.Time? {
        guard cell.count <= 64, cell.contains(where: { $0 >= 0x41 }) else { return nil }
        var words = words(of: cell)
        if let time = monthFirst(words) { return time }
        // A weekday is no number and no month.
        if words.count == 5, number(words[0]) == nil { words.removeFirst() }
        guard words.count == 4, let day = number(words[0]), let month = MonthWords.month(words[1]),
            words[2].utf8.count == 4, let year = number(words[2]),
            let date = CivilDay(year: year, month: month, day: day),
            let clock = clock(words[3]), clock.offset == nil
        else { return nil }
        let midnight = Int64(date.daysSinceEpoch) * 86_400_000
        return TimeText.Time(midnight: midnight, clock, form: .yearLast)
    }

    /// `May 9, 2023, 10:09:29 AM`, as American exports write it.
    private static func monthFirst(_ words: [Substring]) -> TimeText.Time? {
        guard words.count == 4 || words.count == 5, let month = MonthWords.month(words[0]),
            let day = number(words[1]), words[2].utf8.count == 4, let year = number(words[2]),
            let date = CivilDay(year: year, month: month, day: day),
            let clock = clock(words[3...].joined(separator: " ")[...]), clock.offset == nil
        else { return nil }
        let midnight = Int64(date.daysSinceEpoch) * 86_400_000
        return TimeText.Time(midnight: midnight, clock, form: .yearLast)
    }

    /// The day and month in a cell without a year: `Feb 12`, `12 Feb`, `12. Februar`.
    static func monthDay(_ cell: UnsafeBufferPointer<UInt8>) -> MonthDay? {
        guard cell.count <= 64 else { return nil }
        let words = words(of: cell)
        guard words.count == 2 else { return nil }
        let (name, digits) = number(words[0]) == nil ? (words[0], words[1]) : (words[1], words[0])
        guard let month = MonthWords.month(name), let day = number(digits),
            // A leap year has all the days that there are.
            CivilDay(year: 2000, month: month, day: day) != nil
        else { return nil }
        return MonthDay(month: month, day: day)
    }

    private static func words(of cell: UnsafeBufferPointer<UInt8>) -> [Substring] {
        String(decoding: cell, as: UTF8.self).split { $0 == " " || $0 == "," || $0 == "\u{A0}" }
    }

    /// The number in one to four digits, perhaps with a full stop behind them.
    private static func number(_ word: Substring) -> Int? {
        let digits = word.hasSuffix(".") ? word.dropLast() : word
        guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ $0 &- 0x30 < 10 })
        else { return nil }
        return Int(digits)
    }

    private static func clock(_ word: Substring) -> ClockText.Value? {
        Array(word.utf8).withUnsafeBufferPointer { ClockText.read($0) }
    }
}
