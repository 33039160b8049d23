internal import Model

/// The value of one member of a record; its room is used again for the next record.
struct JSONField {
    private enum Kind {
        case missing, null, string, number, other
    }

    private var kind = Kind.missing
    private var bytes: [UInt8] = []
    private(set) var place = TextPlace.wholeFile
    /// Whether the record has the member twice, so that nobody knows which one holds.
    private(set) var isRepeated = false

    /// Forgets the value, before the next record.
    mutating func clear() {
        kind = .missing
        isRepeated = false
    }

    /// Reads the value that comes next; of arrays and objects only that they are no value.
    ///
    /// - Throws: as the tokenizer.
    mutating func read(_ json: JSONTokenizer) throws {
        isRepeated = isRepeated || kind != .missing
        let depth = json.depth
        switch try json.next() {
        case .string: take(.string, json)
        case .number: take(.number, json)
        case .null: take(.null, json)
        default:
            take(.other, json)
            while json.depth > depth { _ = try json.next() }
        }
    }

    private mutating func take(_ kind: Kind, _ json: JSONTokenizer) {
        self.kind = kind
        place = json.place
        bytes.removeAll(keepingCapacity: true)
        if kind == .string || kind == .number { bytes.append(contentsOf: json.text) }
    }

    /// Whether there is nothing: no member, or `null`.
    var isNothing: Bool { kind == .missing || kind == .null }

    /// Whether it says that nothing was recorded: there is no value, or one such as `-1`.
    var isUnrecorded: Bool {
        if isNothing { return true }
        guard !isRepeated, kind == .string || kind == .number else { return false }
        return bytes.withUnsafeBufferPointer { CountText.isNothing($0) }
    }

    /// The number, 0 or more, written in digits alone, in quotes or not.
    var wholeNumber: Int64? {
        guard !isRepeated, kind == .string || kind == .number, !bytes.isEmpty else { return nil }
        var value: Int64 = 0
        for byte in bytes {
            guard byte.isDigit else { return nil }
            let (tens, isTooMany) = value.multipliedReportingOverflow(by: 10)
            let (sum, isTooMuch) = tens.addingReportingOverflow(Int64(byte - 0x30))
            guard !isTooMany, !isTooMuch else { return nil }
            value = sum
        }
        return value
    }

    /// The string as text.
    var string: String? {
        guard !isRepeated, kind == .string else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads the bytes of a string.
    func parse<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value?) -> Value? {
        guard !isRepeated, kind == .string else { return nil }
        return bytes.withUnsafeBufferPointer(body)
    }

    /// The value as a message shows it.
    var shown: String {
        if isRepeated { return "a member that stands twice" }
        switch kind {
        case .missing: return "a missing value"
        case .null: return "null"
        case .other: return "a value of another kind"
        case .string, .number: return ShownText.quoted(bytes)
        }
    }
}
