/// Text as udev keeps it, made fit for people.
enum UdevText {
    /// The most code points of a name that is shown; a letter may be made of any number of them.
    private static let limit = 64

    /// Turns `\x20` of properties whose name ends with `_ENC` back into bytes.
    ///
    /// What is no such escape stays as it is; bytes that are not UTF-8 become U+FFFD.
    static func decoded(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if place + 3 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
                bytes[place + 1] == UInt8(ascii: "x"),
                let high = digit(bytes[place + 2]), let low = digit(bytes[place + 3])
            {
                result.append(high << 4 | low)
                place += 4
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A name on one line, without control characters and needless spaces, of bounded length.
    ///
    /// - Returns: nothing when no letter or digit is left.
    static func cleaned(_ text: String?) -> String? {
        guard let text else { return nil }
        let words = text.split { character in
            character.isWhitespace || character.unicodeScalars.contains { isControl($0) }
        }
        var name = words.joined(separator: " ").unicodeScalars.prefix(limit)
        // It may have been cut between two words.
        if name.last == " " { name.removeLast() }
        return name.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            ? String(name) : nil
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        // Format characters can turn the direction of a line around.
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: scalar.value == 0xFFFD
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
        default: nil
        }
    }
}
