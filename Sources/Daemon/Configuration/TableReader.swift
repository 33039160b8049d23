import LinuxSystem
import Model

/// Reads the keys of one table, and finds those that nobody asked for.
struct TableReader {
    /// Where the table begins.
    let place: ConfigurationPlace
    /// What is wrong so far.
    private(set) var mistakes: [ConfigurationMistake] = []
    /// How the file writes the table, for example `[plan]`; empty for the file itself.
    let title: String
    private var unread: [String: TomlMember] = [:]
    private var asked: [String] = []

    /// Begins to read a table.
    init(_ members: [TomlMember], title: String, place: ConfigurationPlace) {
        self.title = title
        self.place = place
        for member in members { unread[member.key] = member }
    }

    /// Names the keys that are left over; called when all known ones were asked for.
    mutating func finish() -> [ConfigurationMistake] {
        for member in unread.values {
            let home = title.isEmpty ? "" : " in \(title)"
            let guess = nearestKey(to: member.key, among: asked)
            let advice = guess.map { "did you mean \"\($0)\"?" } ?? "known are \(knownKeys)"
            add(
                "\"\(member.key.escapingControlCharacters)\" is not a known key\(home); \(advice)",
                at: member.place
            )
        }
        unread = [:]
        return mistakes
    }

    /// Notes a mistake.
    mutating func add(_ message: String, at place: ConfigurationPlace) {
        mistakes.append(place.mistake(message))
    }

    private var knownKeys: String { asked.sorted().joined(separator: ", ") }

    /// Whether a key is there and was not read yet.
    func has(_ key: String) -> Bool { unread[key] != nil }

    /// Takes the value of a key.
    mutating func take(_ key: String) -> TomlMember? {
        asked.append(key)
        return unread.removeValue(forKey: key)
    }

    /// The value of a key in the form that is wanted; another kind of value is a mistake.
    mutating func read<Value>(
        _ key: String,
        _ wanted: String,
        _ convert: (TomlValue.Content) -> Value?
    ) -> Located<Value>? {
        guard let value = take(key)?.value else { return nil }
        guard let converted = convert(value.content) else {
            add("\(key) must be \(wanted), not \(value.kindName)", at: value.place)
            return nil
        }
        return Located(value: converted, place: value.place)
    }

    /// A value and its place.
    struct Located<Value> {
        let value: Value
        let place: ConfigurationPlace
    }
}

// MARK: - Kinds of values

extension TableReader {
    mutating func flag(_ key: String) -> Bool? {
        read(key, "true or false") { if case .flag(let flag) = $0 { flag } else { nil } }?.value
    }

    mutating func text(_ key: String) -> Located<String>? {
        read(key, "text in quotes") { if case .text(let text) = $0 { text } else { nil } }
    }

    mutating func whole(_ key: String, in range: ClosedRange<Int>) -> Int? {
        let number = read(key, "a whole number") { content -> Int64? in
            if case .whole(let number) = content { number } else { nil }
        }
        guard let number else { return nil }
        guard let value = Int(exactly: number.value), range.contains(value) else {
            let limits = "\(range.lowerBound) to \(range.upperBound)"
            add(
                "\(key) = \(number.value) is out of range; it goes from \(limits)",
                at: number.place
            )
            return nil
        }
        return value
    }

    /// One of a few words.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        of type: Choice.Type
    ) -> Choice? {
        guard let word = text(key) else { return nil }
        if let choice = Choice(rawValue: word.value) { return choice }
        let choices = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
        add("\(key) = \(quoted(word.value)) is unknown; it is \(choices)", at: word.place)
        return nil
    }

    /// A name that a person gives: something to see, on one line, without blanks around it.
    mutating func name(_ key: String) -> Located<String>? {
        guard let text = text(key) else { return nil }
        if let complaint = complaintAboutName(text.value) {
            add("\(key) = \(quoted(text.value)) \(complaint)", at: text.place)
            return nil
        }
        return text
    }

    /// A date, as TOML writes it or in quotes.
    mutating func date(_ key: String) -> Located<CivilDay>? {
        guard let member = take(key) else { return nil }
        let day: CivilDay?
        switch member.value.content {
        case .date(let year, let month, let dayOfMonth):
            day = CivilDay(year: year, month: month, day: dayOfMonth)
        case .text(let text):
            day = CivilDay(iso: text)
        default:
            add(
                "\(key) must be a date like \"2026-06-01\", not \(member.value.kindName)",
                at: member.value.place
            )
            return nil
        }
        guard let day else {
            add(
                "\(key) is no date of the calendar; write it like \"2026-06-01\"",
                at: member.value.place
            )
            return nil
        }
        return Located(value: day, place: member.value.place)
    }
}

// MARK: - Tables inside

extension TableReader {
    /// A table of its own, `[key]`.
    mutating func table(_ key: String) -> TableReader? {
        guard let value = take(key)?.value else { return nil }
        guard case .table(let members) = value.content else {
            add("\(key) must be a table, [\(key)], not \(value.kindName)", at: value.place)
            return nil
        }
        return TableReader(members, title: "[\(key)]", place: value.place)
    }

    /// Tables that may come more than once, `[[key]]`.
    mutating func tables(_ key: String) -> [TableReader] {
        guard let value = take(key)?.value else { return [] }
        let wanted = "\(key) may come more than once, so it is written [[\(key)]]"
        guard case .array(let elements) = value.content else {
            add("\(wanted), not as \(value.kindName)", at: value.place)
            return []
        }
        return elements.compactMap { element in
            guard case .table(let members) = element.content else {
                add("\(wanted), each a table, not \(element.kindName)", at: element.place)
                return nil
            }
            return TableReader(members, title: "[[\(key)]]", place: element.place)
        }
    }
}

/// Why a text is no name, or nothing when it is one.
func complaintAboutName(_ text: String) -> String? {
    if text.allSatisfy(\.isWhitespace) { return "is empty; give a name or remove the key" }
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
        return "begins or ends with a blank; remove it"
    }
    if text.escapingControlCharacters != text { return "holds a control character; remove it" }
    return text.utf8.count > 200 ? "is longer than 200 bytes; shorten it" : nil
}

/// A text between quotation marks, fit for one line.
func quoted(_ text: String) -> String { "\"\(text.escapingControlCharacters)\"" }
