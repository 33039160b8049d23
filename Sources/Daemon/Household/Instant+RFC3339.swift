package import Model

extension Instant {
    /// Reads `2026-11-21T07:02:03.530+01:00`, and nothing else (RFC 3339 §5.6).
    ///
    /// The offset is required; `T` and `Z` may be small, a blank may stand for `T`. Digits beyond
    /// milliseconds are dropped; a leap second is the first of the next minute.
    package init?(rfc3339 text: String) {
        var reader = DigitReader(Array(text.utf8))
        guard let date = reader.take(10),
            let day = CivilDay(iso: String(decoding: date, as: UTF8.self)),
            reader.skip("T", "t", " "), let hours = reader.number(upTo: 23), reader.skip(":"),
            let minutes = reader.number(upTo: 59), reader.skip(":"),
            let seconds = reader.number(upTo: 60), let milliseconds = reader.fraction(),
            let offset = reader.offsetMinutes(), reader.isAtEnd
        else { return nil }
        let local = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
        self = Instant(milliseconds: Int64(day.daysSinceEpoch) * 86_400_000)
            .advanced(by: Int64(local - offset * 60_000))
    }
}

/// Walks over the text of a time.
private struct DigitReader {
    private var rest: ArraySlice<UInt8>

    init(_ text: [UInt8]) {
        rest = text[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    mutating func skip(_ letters: Unicode.Scalar...) -> Bool {
        guard let first = rest.first, letters.contains(where: { UInt8(ascii: $0) == first }) else {
            return false
        }
        rest = rest.dropFirst()
        return true
    }

    /// Two digits.
    mutating func number(upTo limit: Int) -> Int? {
        guard let digits = take(2), digits.allSatisfy(isDigit) else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
        return value <= limit ? value : nil
    }

    /// Milliseconds out of `.53`; 0 where no fraction stands.
    mutating func fraction() -> Int? {
        guard skip(".") else { return 0 }
        let digits = rest.prefix(while: isDigit)
        rest = rest.dropFirst(digits.count)
        guard !digits.isEmpty else { return nil }
        let three = Array(digits.prefix(3)) + [UInt8](repeating: 0x30, count: 3)
        return three.prefix(3).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    }

    /// Minutes east of UTC.
    mutating func offsetMinutes() -> Int? {
        if skip("Z", "z") { return 0 }
        let isWest = rest.first == UInt8(ascii: "-")
        guard skip("+", "-"), let hours = number(upTo: 23), skip(":"),
            let minutes = number(upTo: 59)
        else { return nil }
        return (isWest ? -1 : 1) * (hours * 60 + minutes)
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
