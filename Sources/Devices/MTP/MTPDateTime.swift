import Model

/// Reads the standard's text for a date and time: `YYYYMMDDThhmmss[.s][Z|±hhmm]`.
///
/// PIMA 15740:2000 §5.3.5.2, MTP 1.1 §3.2.5. Without a zone it is what the device's clock showed.
enum MTPDateTime {
    /// The time that a text says, or nothing when it is none.
    static func time(_ text: String) -> TreeEntry.Time? {
        var rest = Array(text.utf8)[...]
        guard
            let year = number(4, from: &rest), let month = number(2, from: &rest),
            let dayOfMonth = number(2, from: &rest), rest.popFirst() == UInt8(ascii: "T"),
            let hour = number(2, from: &rest), let minute = number(2, from: &rest),
            let second = number(2, from: &rest),
            let day = CivilDay(year: year, month: month, day: dayOfMonth),
            // A clock that shows a leap second is held at the second before.
            hour < 24, minute < 60, second <= 60
        else { return nil }
        let seconds = hour * 3600 + minute * 60 + min(second, 59)
        guard let fraction = milliseconds(from: &rest) else { return nil }
        let wall = WallTime(day: day, millisecondOfDay: Int32(seconds * 1000 + fraction))
        if rest.isEmpty { return .wall(wall) }
        guard let offset = offsetSeconds(from: &rest), rest.isEmpty else { return nil }
        return .instant(wall.instant(offsetSeconds: offset))
    }

    /// Milliseconds out of `.s`; 0 where there is no point, nothing where no digit follows it.
    private static func milliseconds(from rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.first == UInt8(ascii: ".") else { return 0 }
        rest.removeFirst()
        let digits = rest.prefix { digit($0) != nil }
        guard !digits.isEmpty else { return nil }
        rest.removeFirst(digits.count)
        return zip(digits, [100, 10, 1]).reduce(0) { $0 + (digit($1.0) ?? 0) * $1.1 }
    }

    /// Seconds east of UTC out of `Z`, `+hhmm` or `-hhmm`.
    private static func offsetSeconds(from rest: inout ArraySlice<UInt8>) -> Int32? {
        let sign = rest.popFirst()
        if sign == UInt8(ascii: "Z") { return 0 }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let hours = number(2, from: &rest), let minutes = number(2, from: &rest),
            hours < 24, minutes < 60
        else { return nil }
        let seconds = Int32(hours * 3600 + minutes * 60)
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    private static func number(_ width: Int, from rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.count >= width else { return nil }
        var value = 0
        for _ in 0..<width {
            guard let byte = rest.popFirst(), let digit = digit(byte) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private static func digit(_ byte: UInt8) -> Int? {
        let zero = UInt8(ascii: "0")
        return (zero...zero + 9).contains(byte) ? Int(byte - zero) : nil
    }
}
