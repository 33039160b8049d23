import TestSupport

/// A JSON value of a sample, to be written otherwise; it knows no more than samples have.
indirect enum MutationValue: Sendable {
    case object([(name: String, value: MutationValue)])
    case array([MutationValue])
    /// The text between the quotes as it stands.
    case string(String)
    /// A number, `true`, `false` or `null`.
    case word(String)

    /// How a value is written.
    struct Style: Sendable {
        var gap = ""
        var isShuffled = false
        var isEscaped = false
        var isStringly = false
        var isDoubled = false
        var generator: SeededGenerator
    }

    /// Takes a sample apart; nothing when there is something it does not know.
    init?(_ bytes: [UInt8]) {
        var characters = Array(String(decoding: bytes, as: UTF8.self))[...]
        guard let value = Self.value(&characters) else { return nil }
        self = value
    }

    /// The text in a style.
    func written(_ style: inout Style) -> String {
        switch self {
        case .word(let word):
            return style.isStringly && word.contains(where: \.isASCIIDigit) ? "\"\(word)\"" : word
        case .string(let text): return "\"" + (style.isEscaped ? Self.escaped(text) : text) + "\""
        case .array(let items):
            let texts = items.flatMap { item in
                let text = item.written(&style)
                let isTwice = style.isDoubled && Int.random(in: 0..<4, using: &style.generator) == 0
                return isTwice ? [text, text] : [text]
            }
            return "[" + style.gap + texts.joined(separator: style.gap + "," + style.gap) + "]"
        case .object(let members):
            let order = style.isShuffled ? members.shuffled(using: &style.generator) : members
            let texts = order.map { member in
                let name = style.isEscaped ? Self.escaped(member.name) : member.name
                return "\"\(name)\"" + style.gap + ":" + member.value.written(&style)
            }
            return "{" + texts.joined(separator: "," + style.gap) + style.gap + "}"
        }
    }

    /// Letters and digits as `\\u0041`, what is an escape already left as it is.
    private static func escaped(_ text: String) -> String {
        guard !text.contains("\\") else { return text }
        return text.unicodeScalars.map { scalar in
            let digits = String(scalar.value, radix: 16)
            guard scalar.value < 0x80, scalar.value % 3 == 0 else { return String(scalar) }
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}

// MARK: - Taking apart

extension MutationValue {
    private static func value(_ text: inout ArraySlice<Character>) -> MutationValue? {
        text = text.drop(while: \.isWhitespace)
        switch text.first {
        case "{": return object(&text)
        case "[": return array(&text)
        case "\"": return string(&text).map { .string($0) }
        default:
            let word = text.prefix { !",]}".contains($0) && !$0.isWhitespace }
            text = text.dropFirst(word.count)
            return word.isEmpty ? nil : .word(String(word))
        }
    }

    private static func skip(_ sign: Character, _ text: inout ArraySlice<Character>) -> Bool {
        text = text.drop(while: \.isWhitespace)
        guard text.first == sign else { return false }
        text = text.dropFirst()
        return true
    }

    private static func array(_ text: inout ArraySlice<Character>) -> MutationValue? {
        guard skip("[", &text) else { return nil }
        var items: [MutationValue] = []
        if skip("]", &text) { return .array(items) }
        repeat {
            guard let item = value(&text) else { return nil }
            items.append(item)
        } while skip(",", &text)
        return skip("]", &text) ? .array(items) : nil
    }

    private static func object(_ text: inout ArraySlice<Character>) -> MutationValue? {
        guard skip("{", &text) else { return nil }
        var members: [(name: String, value: MutationValue)] = []
        if skip("}", &text) { return .object(members) }
        repeat {
            text = text.drop(while: \.isWhitespace)
            guard let name = string(&text), skip(":", &text), let member = value(&text)
            else { return nil }
            members.append((name, member))
        } while skip(",", &text)
        return skip("}", &text) ? .object(members) : nil
    }

    private static func string(_ text: inout ArraySlice<Character>) -> String? {
        guard skip("\"", &text) else { return nil }
        var string = ""
        var isEscaped = false
        while let character = text.popFirst() {
            if character == "\"", !isEscaped { return string }
            isEscaped = character == "\\" && !isEscaped
            string.append(character)
        }
        return nil
    }
}
