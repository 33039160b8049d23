/// A piece of the text with which a table was made.
enum SQLToken: Hashable {
    /// A word without quotes, in lower case.
    case word(String)
    /// A name or text in quotes, as it stands between them.
    case quoted(String)
    /// A bracket, comma or other sign.
    case sign(UInt8)
}

/// Divides a text of SQL into words and signs; comments and blanks are passed over.
struct SQLTokens: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func next() -> SQLToken? {
        skipBlanks()
        guard place < bytes.count else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "'"):
            return .quoted(quoted(until: bytes[place]))
        case UInt8(ascii: "["): return .quoted(quoted(until: UInt8(ascii: "]")))
        case let byte where Self.isWord(byte): return .word(word())
        case let byte:
            place += 1
            return .sign(byte)
        }
    }

    private func starts(with pair: (Character, Character)) -> Bool {
        place + 1 < bytes.count && bytes[place] == pair.0.asciiValue
            && bytes[place + 1] == pair.1.asciiValue
    }

    private mutating func skipBlanks() {
        while place < bytes.count {
            if bytes[place] <= 0x20 {
                place += 1
            } else if starts(with: ("-", "-")) {
                while place < bytes.count, bytes[place] != 0x0A { place += 1 }
            } else if starts(with: ("/", "*")) {
                place += 2
                while place < bytes.count, !starts(with: ("*", "/")) { place += 1 }
                place = Swift.min(place + 2, bytes.count)
            } else {
                return
            }
        }
    }

    /// What stands between quotes; a quote that is doubled is one of the text.
    private mutating func quoted(until end: UInt8) -> String {
        var text: [UInt8] = []
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == end {
                guard end != UInt8(ascii: "]"), place < bytes.count, bytes[place] == end else {
                    break
                }
                place += 1
            }
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func word() -> String {
        let start = place
        while place < bytes.count, Self.isWord(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
            true
        default: false
        }
    }
}
