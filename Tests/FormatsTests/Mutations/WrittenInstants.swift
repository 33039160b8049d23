import Model
import TestSupport

/// The places of a text at which a date and time with an offset stands:
/// `2026-11-02T07:05:00.000+01:00`, `…Z`, `2026-10-28 17:08:11 +0100`.
struct WrittenInstants {
    private struct Place {
        /// Where the date begins, where its offset begins, and where it ends.
        let start: Int
        let offset: Int
        let end: Int
    }

    private let bytes: [UInt8]
    private let places: [Place]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var places: [Place] = []
        var index = 0
        while index + 19 < bytes.count {
            if let place = Self.place(bytes, at: index) {
                places.append(place)
                index = place.end
            } else {
                index += 1
            }
        }
        self.places = places
    }

    /// The same instants, each with an offset of its own.
    func rewritten(using generator: inout SeededGenerator) -> [UInt8] {
        // Whole files have one form of offset.
        let isUTC = Bool.random(using: &generator)
        var text: [UInt8] = []
        var end = 0
        for place in places {
            text += bytes[end..<place.start]
            text += rewritten(place, isUTC: isUTC, using: &generator)
            end = place.end
        }
        return text + bytes[end...]
    }

    /// The text without one of the offsets, and the line of it.
    func withoutOffset(using generator: inout SeededGenerator) -> (bytes: [UInt8], line: Int)? {
        guard let place = places.randomElement(using: &generator) else { return nil }
        let line = 1 + bytes[..<place.start].count { $0 == 0x0A }
        return (Array(bytes[..<place.offset] + bytes[place.end...]), line)
    }

    private func rewritten(
        _ place: Place,
        isUTC: Bool,
        using generator: inout SeededGenerator
    ) -> [UInt8] {
        let old = bytes[place.offset..<place.end]
        let hours = isUTC ? 0 : Int.random(in: -11...12, using: &generator)
        let half = isUTC || Bool.random(using: &generator) ? 0 : 30
        let minutes = hours < 0 ? hours * 60 - half : hours * 60 + half
        guard let day = CivilDay(iso: text(place.start, 10)), let clock = clock(place) else {
            return Array(bytes[place.start..<place.end])
        }
        let utc = Int(day.daysSinceEpoch) * 86_400 + clock - Self.seconds(old)
        let wall = utc + minutes * 60
        let days = wall.flooredDivision(by: 86_400)
        let second = wall - days * 86_400
        let date = CivilDay(daysSinceEpoch: Int32(days)).description
        let time =
            padded(second / 3600, to: 2) + ":" + padded(second / 60 % 60, to: 2) + ":"
            + padded(second % 60, to: 2)
        let separator = text(place.start + 10, 1)
        let fraction = bytes[(place.start + 19)..<place.offset]
        return Array((date + separator + time).utf8) + fraction
            + Self.offset(minutes, like: Array(old))
    }

    private func text(_ start: Int, _ length: Int) -> String {
        String(decoding: bytes[start..<start + length], as: UTF8.self)
    }

    private func clock(_ place: Place) -> Int? {
        guard let hour = Int(text(place.start + 11, 2)),
            let minute = Int(text(place.start + 14, 2)),
            let second = Int(text(place.start + 17, 2))
        else { return nil }
        return (hour * 60 + minute) * 60 + second
    }

    /// An offset in the form of another: `Z` may become any, ` +0100` keeps its blank.
    private static func offset(_ minutes: Int, like old: [UInt8]) -> [UInt8] {
        let isBlank = old.first == 0x20
        if minutes == 0, !isBlank { return [UInt8(ascii: "Z")] }
        let size = abs(minutes)
        let colon = isBlank ? "" : ":"
        let digits = padded(size / 60, to: 2) + colon + padded(size % 60, to: 2)
        return Array(((isBlank ? " " : "") + (minutes < 0 ? "-" : "+") + digits).utf8)
    }

    private static func seconds(_ offset: ArraySlice<UInt8>) -> Int {
        let digits = offset.filter(isDigit).map { Int($0 - 0x30) }
        guard digits.count == 4 else { return 0 }
        let seconds = (digits[0] * 10 + digits[1]) * 3600 + (digits[2] * 10 + digits[3]) * 60
        return offset.contains(UInt8(ascii: "-")) ? -seconds : seconds
    }

    private static func place(_ bytes: [UInt8], at start: Int) -> Place? {
        guard isDigit(bytes[start]), start == 0 || !isDigit(bytes[start - 1]) else { return nil }
        let pattern = Array("dddd-dd-ddTdd:dd:dd".utf8)
        for (index, sign) in pattern.enumerated() {
            let byte = bytes[start + index]
            switch sign {
            case UInt8(ascii: "d"): guard isDigit(byte) else { return nil }
            case UInt8(ascii: "T"): guard byte == sign || byte == 0x20 else { return nil }
            default: guard byte == sign else { return nil }
            }
        }
        var offset = start + 19
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
            offset += 1
            while offset < bytes.count, isDigit(bytes[offset]) { offset += 1 }
        }
        return end(bytes, offset).map { Place(start: start, offset: offset, end: $0) }
    }

    /// Where the offset ends that begins here; nothing when none does.
    private static func end(_ bytes: [UInt8], _ offset: Int) -> Int? {
        guard offset < bytes.count else { return nil }
        if bytes[offset] == UInt8(ascii: "Z") { return offset + 1 }
        var index = offset + (bytes[offset] == 0x20 ? 1 : 0)
        guard index < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[index])
        else { return nil }
        index += 1
        var digits = 0
        while index < bytes.count, digits < 4, isDigit(bytes[index]) || bytes[index] == 0x3A {
            digits += isDigit(bytes[index]) ? 1 : 0
            index += 1
        }
        return digits == 4 ? index : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
