internal import Model

/// Pulls the tokens of one JSON text (RFC 8259) out of a source, strictly and in constant memory.
///
/// Everything is checked that the RFC demands, with limits besides: the depth, and the length of a
/// string or number. Numbers stay the text that they are, so that none loses a digit.
final class JSONTokenizer {
    /// How deep arrays and objects may stand in each other; exports need 8 or so.
    static let maximumDepth = 64
    /// How long a string may be, in bytes of UTF-8.
    static let maximumStringBytes = 1024 * 1024
    /// How long a number may be.
    static let maximumNumberBytes = 1024
    /// How many bytes are read at once.
    static let chunkBytes = 256 * 1024

    enum Token: Hashable {
        case beginObject, endObject, beginArray, endArray
        /// The name of a member; its value comes next.
        case name
        case string, number, yes, no, null
        /// The text is complete.
        case end
    }

    private enum Expectation {
        case value
        case valueOrEnd, nameOrEnd
        case commaOrEnd
        case nothing
    }

    /// The text of the last name or string, escapes resolved, in UTF-8; or of the last number.
    private(set) var text: [UInt8] = []
    /// Where the last token begins.
    private(set) var place = TextPlace.wholeFile
    /// How many arrays and objects are open.
    private(set) var depth = 0

    private let bytes: JSONBytes
    /// For each open array or object a bit: whether it is an object.
    private var objects: UInt64 = 0
    private var expectation = Expectation.value
    private var isAtStart = true

    /// Starts at the beginning of a source.
    init(_ source: any ByteSource, chunkBytes: Int = chunkBytes) {
        bytes = JSONBytes(source, chunkBytes: chunkBytes)
        text.reserveCapacity(256)
    }

    /// Whether the last name or string is this word.
    func isText(_ word: StaticString) -> Bool {
        UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
            .elementsEqual(text)
    }

    /// The next token.
    ///
    /// - Throws: `JSONFault`, after which nothing more can be read, or what the source throws.
    func next() throws -> Token {
        if isAtStart {
            isAtStart = false
            try bytes.skipMark()
        }
        try bytes.skipBlanks()
        place = bytes.place
        guard let byte = try bytes.peek() else {
            if expectation == .nothing { return .end }
            throw fault(.truncated)
        }
        switch expectation {
        case .nothing: throw fault(.trailing)
        case .value: return try value(byte)
        case .valueOrEnd: return byte == 0x5D ? close(.endArray) : try value(byte)
        case .nameOrEnd: return byte == 0x7D ? close(.endObject) : try name(byte)
        case .commaOrEnd: return try goOn(byte)
        }
    }

    /// Passes over the next value whole.
    ///
    /// - Throws: as `next`.
    func skipValue() throws {
        let before = depth
        repeat {
            if try next() == .end { return }
        } while depth > before
    }
}

// MARK: - Structure

extension JSONTokenizer {
    private var isInObject: Bool { depth > 0 && objects & 1 == 1 }

    private func fault(_ cause: JSONFault.Cause) -> JSONFault {
        JSONFault(place: bytes.place, cause: cause)
    }

    private func goOn(_ byte: UInt8) throws -> Token {
        if byte == 0x2C {
            bytes.advance()
            try bytes.skipBlanks()
            place = bytes.place
            guard let next = try bytes.peek() else { throw fault(.truncated) }
            return isInObject ? try name(next) : try value(next)
        }
        if byte == (isInObject ? 0x7D : 0x5D) { return close(isInObject ? .endObject : .endArray) }
        throw fault(.unexpected(wanted: isInObject ? "a comma or }" : "a comma or ]"))
    }

    private func open(_ token: Token, _ next: Expectation) throws -> Token {
        guard depth < Self.maximumDepth else { throw fault(.tooDeep) }
        bytes.advance()
        depth += 1
        objects = objects << 1 | (token == .beginObject ? 1 : 0)
        expectation = next
        return token
    }

    private func close(_ token: Token) -> Token {
        bytes.advance()
        depth -= 1
        objects >>= 1
        endValue()
        return token
    }

    private func endValue() {
        expectation = depth == 0 ? .nothing : .commaOrEnd
    }

    private func name(_ byte: UInt8) throws -> Token {
        guard byte == 0x22 else { throw fault(.unexpected(wanted: "a name in quotes")) }
        try string()
        let start = place
        try bytes.skipBlanks()
        guard let colon = try bytes.peek() else { throw fault(.truncated) }
        guard colon == 0x3A else { throw fault(.unexpected(wanted: "a colon")) }
        bytes.advance()
        place = start
        expectation = .value
        return .name
    }

    private func value(_ byte: UInt8) throws -> Token {
        switch byte {
        case 0x7B: return try open(.beginObject, .nameOrEnd)
        case 0x5B: return try open(.beginArray, .valueOrEnd)
        case 0x22:
            try string()
            endValue()
            return .string
        case 0x74: return try word("true", .yes)
        case 0x66: return try word("false", .no)
        case 0x6E: return try word("null", .null)
        case 0x2D, 0x30...0x39:
            try number()
            endValue()
            return .number
        case 0x00, 0x80...0xFF: throw fault(.notUTF8)
        default: throw fault(.unexpected(wanted: "a value"))
        }
    }

    private func word(_ word: StaticString, _ token: Token) throws -> Token {
        for index in 0..<word.utf8CodeUnitCount {
            guard let byte = try bytes.peek() else { throw fault(.truncated) }
            guard byte == word.utf8Start[index] else {
                throw fault(.unexpected(wanted: "\(word)"))
            }
            bytes.advance()
        }
        endValue()
        return token
    }
}

// MARK: - Numbers

extension JSONTokenizer {
    private func number() throws {
        text.removeAll(keepingCapacity: true)
        if try bytes.peek() == 0x2D { try take() }
        if try bytes.peek() == 0x30 { try take() } else { try digits() }
        if try bytes.peek() == 0x2E {
            try take()
            try digits()
        }
        if let mark = try bytes.peek(), mark | 0x20 == 0x65 {
            try take()
            if let sign = try bytes.peek(), sign == 0x2B || sign == 0x2D { try take() }
            try digits()
        }
        if let byte = try bytes.peek(), byte.isDigit { throw fault(.number) }
    }

    /// Takes digits, at least one.
    private func digits() throws {
        guard let first = try bytes.peek() else { throw fault(.truncated) }
        guard first.isDigit else { throw fault(.number) }
        while let byte = try bytes.peek(), byte.isDigit { try take() }
    }

    private func take() throws {
        guard let byte = try bytes.peek() else { throw fault(.truncated) }
        guard text.count < Self.maximumNumberBytes else { throw fault(.tooLong) }
        text.append(byte)
        bytes.advance()
    }
}

// MARK: - Strings

extension JSONTokenizer {
    private func string() throws {
        text.removeAll(keepingCapacity: true)
        bytes.advance()
        while true {
            bytes.takePlain(into: &text, atMost: Self.maximumStringBytes + 1 - text.count)
            guard text.count <= Self.maximumStringBytes else { throw fault(.tooLong) }
            guard let byte = try bytes.peek() else { throw fault(.truncated) }
            switch byte {
            case 0x22:
                bytes.advance()
                return
            case 0x5C: try escape()
            case 0x00..<0x20: throw fault(.controlCharacter)
            case 0x80...0xFF: try character(byte)
            default:
                text.append(byte)
                bytes.advance()
            }
        }
    }

    /// Takes one character beyond ASCII; the well-formed ones are those of Unicode 15 table 3-7.
    private func character(_ first: UInt8) throws {
        let length: Int
        var bounds: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 1
        case 0xE0: (length, bounds) = (2, 0xA0...0xBF)
        case 0xED: (length, bounds) = (2, 0x80...0x9F)
        case 0xE1...0xEF: length = 2
        case 0xF0: (length, bounds) = (3, 0x90...0xBF)
        case 0xF1...0xF3: length = 3
        case 0xF4: (length, bounds) = (3, 0x80...0x8F)
        default: throw fault(.notUTF8)
        }
        text.append(first)
        bytes.advance()
        for _ in 0..<length {
            guard let byte = try bytes.peek() else { throw fault(.truncated) }
            guard bounds.contains(byte) else { throw fault(.notUTF8) }
            text.append(byte)
            bytes.advance()
            bounds = 0x80...0xBF
        }
    }

    private func escape() throws {
        bytes.advance()
        guard let byte = try bytes.peek() else { throw fault(.truncated) }
        if byte == 0x75 {
            bytes.advance()
            return try unicode(hex())
        }
        guard let plain = Self.escapes[byte] else { throw fault(.escape) }
        text.append(plain)
        bytes.advance()
    }

    private static let escapes: [UInt8: UInt8] = [
        0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D,
        0x74: 0x09,
    ]

    /// Four hexadecimal digits.
    private func hex() throws -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = try bytes.peek() else { throw fault(.truncated) }
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x37
            case 0x61...0x66: digit = byte - 0x57
            default: throw fault(.escape)
            }
            value = value << 4 | UInt32(digit)
            bytes.advance()
        }
        return value
    }

    /// Adds a code unit of UTF-16, with its second half; a half alone is no character: U+FFFD.
    private func unicode(_ first: UInt32) throws {
        var unit = first
        while (0xD800..<0xDC00).contains(unit) {
            guard try bytes.peek() == 0x5C else { return append(0xFFFD) }
            bytes.advance()
            guard try bytes.peek() == 0x75 else {
                append(0xFFFD)
                return try escapeBehindBackslash()
            }
            bytes.advance()
            let second = try hex()
            if (0xDC00..<0xE000).contains(second) {
                return append(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
            }
            append(0xFFFD)
            unit = second
        }
        append(unit)
    }

    private func escapeBehindBackslash() throws {
        guard let byte = try bytes.peek() else { throw fault(.truncated) }
        guard let plain = Self.escapes[byte] else { throw fault(.escape) }
        text.append(plain)
        bytes.advance()
    }

    private func append(_ scalar: UInt32) {
        text.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
    }
}
