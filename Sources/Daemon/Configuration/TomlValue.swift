import CToml
import LinuxSystem

/// The entries that are not taken yet.
private typealias Entries = Slice<UnsafeBufferPointer<CTomlEntry>>

/// A value of a TOML document, with the place where it stands.
struct TomlValue {
    let place: ConfigurationPlace
    let content: Content

    enum Content {
        /// The members, sorted by key.
        case table([TomlMember])
        case array([TomlValue])
        case text(String)
        case whole(Int64)
        case flag(Bool)
        case date(year: Int, month: Int, day: Int)
        /// What no key asks for: a fraction, a time, or a date with a time.
        case other(String)
    }

    /// What a person calls such a value.
    var kindName: String {
        switch content {
        case .table: "a table"
        case .array: "an array"
        case .text: "text"
        case .whole: "a whole number"
        case .flag: "true or false"
        case .date: "a date"
        case .other(let name): name
        }
    }
}

/// A named value in a table.
struct TomlMember {
    let key: String
    let place: ConfigurationPlace
    let value: TomlValue
}

extension TomlValue {
    /// Reads a document; the result is its root table.
    ///
    /// - Throws: the first mistake of syntax.
    static func document(_ text: [UInt8]) throws(ConfigurationMistake) -> TomlValue {
        let document = text.withUnsafeBytes {
            ctoml_parse($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
        }
        defer { ctoml_free(document) }
        var place = CTomlPlace(line: 0, column: 0)
        let error = ctoml_error(document, &place)
        guard error.count == 0 else {
            throw ConfigurationPlace(place).mistake(complaint(String(error)))
        }
        var count = 0
        let first = ctoml_entries(document, &count)
        var entries = UnsafeBufferPointer(start: first, count: count)[...]
        return next(&entries)
    }

    /// The parser's words without its own: it names its stage first and a macro last.
    private static func complaint(_ words: String) -> String {
        let prefix = "Error while parsing "
        let plain =
            words.hasPrefix(prefix) ? "mistake in a " + words.dropFirst(prefix.count) : words
        let end = plain.hasSuffix(")") ? plain.lastIndex(of: "(") : nil
        let isMacro = end.map { plain[$0...].hasPrefix("(TOML_") } ?? false
        let cut = isMacro ? plain[..<(end ?? plain.endIndex)].dropLast() : plain[...]
        return "not TOML: \(String(cut).escapingControlCharacters); correct it"
    }

    /// Takes the next entry with all that stands in it; its depth is bounded by `CToml`.
    private static func next(_ entries: inout Entries) -> TomlValue {
        guard let entry = entries.popFirst() else {
            return TomlValue(place: .init(line: 0, column: 0), content: .table([]))
        }
        return TomlValue(
            place: ConfigurationPlace(entry.place),
            content: content(of: entry, &entries)
        )
    }

    private static func content(
        of entry: CTomlEntry,
        _ entries: inout Entries
    ) -> Content {
        switch entry.kind {
        case CTOML_TABLE:
            return .table((0..<entry.memberCount).map { _ in member(&entries) })
        case CTOML_ARRAY:
            return .array((0..<entry.memberCount).map { _ in next(&entries) })
        case CTOML_STRING: return .text(String(entry.text))
        case CTOML_INTEGER: return .whole(entry.integer)
        case CTOML_BOOLEAN: return .flag(entry.integer != 0)
        case CTOML_DATE:
            return .date(year: Int(entry.year), month: Int(entry.month), day: Int(entry.day))
        case CTOML_FLOAT: return .other("a number with a fraction")
        case CTOML_TIME: return .other("a time")
        default: return .other("a date with a time")
        }
    }

    private static func member(_ entries: inout Entries) -> TomlMember {
        let entry = entries.first
        return TomlMember(
            key: entry.map { String($0.key) } ?? "",
            place: ConfigurationPlace(entry?.keyPlace ?? CTomlPlace(line: 0, column: 0)),
            value: next(&entries)
        )
    }
}

extension ConfigurationPlace {
    fileprivate init(_ place: CTomlPlace) {
        self.init(line: Int(place.line), column: Int(place.column))
    }
}

extension String {
    fileprivate init(_ text: CTomlText) {
        let bytes = UnsafeRawBufferPointer(start: text.bytes, count: text.count)
        self.init(decoding: bytes, as: UTF8.self)
    }
}
