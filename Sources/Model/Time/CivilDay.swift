/// A day of the proleptic Gregorian calendar, without a zone: what a person calls a date.
package struct CivilDay: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// Whole days since 1970-01-01; negative before it.
    package let daysSinceEpoch: Int32

    /// Makes the day that lies so many days after 1970-01-01.
    package init(daysSinceEpoch: Int32) {
        self.daysSinceEpoch = daysSinceEpoch
    }

    /// Makes a day from its parts, or nothing when the calendar has no such day.
    ///
    /// Years 1 to 9999, as ISO 8601 writes them with four digits. The day count is Howard Hinnant's
    /// `days_from_civil`.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDay.length(ofMonth: month, year: year)
        else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.flooredDivision(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        daysSinceEpoch = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month (1–12) and day of the month (1–31).
    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(daysSinceEpoch) + 719_468
        let era = shifted.flooredDivision(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The day of the week; 0 is Monday, 6 is Sunday.
    package var weekday: Int {
        let shifted = (Int(daysSinceEpoch) + 3) % 7
        return shifted < 0 ? shifted + 7 : shifted
    }

    /// The day so many days later (earlier when negative), saturating.
    package func advanced(by days: Int) -> CivilDay {
        CivilDay(daysSinceEpoch: Int32(clamping: Int(daysSinceEpoch) + days))
    }

    /// The number of days from this day to another; negative when that one is earlier.
    package func days(to other: CivilDay) -> Int {
        Int(other.daysSinceEpoch) - Int(daysSinceEpoch)
    }

    package static func < (left: CivilDay, right: CivilDay) -> Bool {
        left.daysSinceEpoch < right.daysSinceEpoch
    }

    /// The days of a month (1–12) of a year, leap years included.
    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2:
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            return isLeap ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }
}

extension CivilDay: CustomStringConvertible {
    /// The date as ISO 8601 writes it, `2026-11-21`.
    package var description: String {
        let (year, month, day) = parts
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }

    /// Reads `YYYY-MM-DD`, and nothing else.
    package init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

/// A number with leading zeros; longer numbers keep all their digits.
package func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
}
