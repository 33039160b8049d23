/// Turns UTF-16 or Windows-1252 into UTF-8, in pieces of any size.
///
/// What cannot be a character (half a surrogate pair, an odd last byte, a byte without a meaning)
/// becomes U+FFFD, so that a cell with it is never mistaken for one without.
struct Transcoder {
    private let encoding: TextEncoding
    /// The first byte of a UTF-16 unit whose second byte is not here yet.
    private var half: UInt8?
    /// A high surrogate that waits for its low one.
    private var high: UInt16?

    /// Makes a transcoder from this encoding; UTF-8 goes through as it is.
    init(_ encoding: TextEncoding) {
        self.encoding = encoding
    }

    /// Appends the text of the next bytes.
    mutating func transcode(_ bytes: UnsafeBufferPointer<UInt8>, into text: inout [UInt8]) {
        switch encoding {
        case .utf8, .utf8WithMark: text.append(contentsOf: bytes)
        case .windows1252: for byte in bytes { text.append(Unicode.Scalar(windows1252: byte)) }
        case .utf16LittleEndian, .utf16BigEndian: for byte in bytes { take(byte, into: &text) }
        }
    }

    /// Appends what the end of the file leaves over.
    mutating func finish(into text: inout [UInt8]) {
        if high != nil || half != nil { text.append(Unicode.Scalar.replacement) }
        high = nil
        half = nil
    }

    private mutating func take(_ byte: UInt8, into text: inout [UInt8]) {
        guard let first = half else {
            half = byte
            return
        }
        half = nil
        let isLittle = encoding == .utf16LittleEndian
        let unit = UInt16(isLittle ? byte : first) << 8 | UInt16(isLittle ? first : byte)
        take(unit: unit, into: &text)
    }

    private mutating func take(unit: UInt16, into text: inout [UInt8]) {
        if let first = high {
            high = nil
            if (0xDC00...0xDFFF).contains(unit) {
                let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
                return text.append(Unicode.Scalar(value) ?? .replacement)
            }
            text.append(Unicode.Scalar.replacement)
        }
        if (0xD800...0xDBFF).contains(unit) {
            high = unit
        } else {
            text.append(Unicode.Scalar(unit) ?? .replacement)
        }
    }
}

extension Unicode.Scalar {
    fileprivate static let replacement: Unicode.Scalar = "\u{FFFD}"

    /// Where Windows-1252 differs from Latin-1 (the table of the WHATWG encoding standard, with
    /// the five bytes that have no character as U+FFFD).
    private static let windows1252: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]

    fileprivate init(windows1252 byte: UInt8) {
        guard (0x80...0x9F).contains(byte) else {
            self.init(byte)
            return
        }
        self = Unicode.Scalar(Self.windows1252[Int(byte) - 0x80]) ?? .replacement
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            append(UInt8(truncatingIfNeeded: scalar.value))
        } else if let encoded = UTF8.encode(scalar) {
            append(contentsOf: encoded)
        }
    }
}
