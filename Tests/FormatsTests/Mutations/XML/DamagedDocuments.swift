import TestSupport

extension Mutation {
    /// Ways to spoil an element so that a reader can see it.
    static let damagedDocuments: [Mutation] = [
        value("a letter for a digit in XML") { text, generator in
            guard let letter = "OolIxe?#".randomElement(using: &generator) else { return nil }
            return replaced(text, with: String(letter), &generator)
        },
        value("a decimal comma in XML") { text, _ in
            text.contains(".") ? String(text.map { $0 == "." ? "," : $0 }) : nil
        },
        value("a value is doubled") { text, _ in text + " " + text },
        Mutation("a sign of the markup is gone", .damaged) { sample, generator in
            let signs: Set<UInt8> = Set("<>\"/=".utf8)
            let start = MutationMarkup(sample.bytes).prologue.utf8.count
            let places = sample.bytes.indices.filter {
                $0 >= start && signs.contains(sample.bytes[$0])
            }
            guard let place = places.randomElement(using: &generator) else { return nil }
            var bytes = sample.bytes
            // A sign inside a value is a letter of it.
            guard !isInsideValue(bytes, place) else { return nil }
            bytes.remove(at: place)
            return Mutant(bytes)
        },
        Mutation("a tag is gone", .damaged) { sample, generator in
            var markup = MutationMarkup(sample.bytes)
            // An element that is gone with all it has is a file that never had it.
            let tags = markup.pieces.indices.filter {
                if case .tag(let tag) = markup.pieces[$0] { !tag.hasSuffix("/>") } else { false }
            }
            guard let tag = tags.randomElement(using: &generator) else { return nil }
            // That tags do not match is seen where the outer one ends.
            markup.pieces.remove(at: tag)
            return Mutant(markup.text)
        },
    ]

    /// Elements begin some lines above what is wrong in them, and markup ends some lines below.
    private static let nearness = 40

    /// Changes one value that is a number or a time: in an attribute, or alone between two tags.
    private static func value(
        _ name: String,
        _ change: @escaping @Sendable (String, inout SeededGenerator) -> String?
    ) -> Mutation {
        Mutation(name, .damaged) { sample, generator in
            var markup = MutationMarkup(sample.bytes)
            // The root says which version of the format it is.
            let places = markup.pieces.indices.dropFirst().filter { hasValue(markup.pieces[$0]) }
            guard let place = places.randomElement(using: &generator) else { return nil }
            switch markup.pieces[place] {
            case .text(let text):
                guard let text = change(text, &generator) else { return nil }
                markup.pieces[place] = .text(text)
            case .tag(let tag):
                guard let tag = changed(tag, change, &generator) else { return nil }
                markup.pieces[place] = .tag(tag)
            }
            let line = markup.line(of: place)
            return Mutant(Array(markup.text.utf8), line: line, nearness: nearness)
        }
    }

    private static func changed(
        _ tag: String,
        _ change: (String, inout SeededGenerator) -> String?,
        _ generator: inout SeededGenerator
    ) -> String? {
        guard let parts = MutationMarkup.parts(of: tag) else { return nil }
        var attributes = parts.attributes
        let places = attributes.indices.filter { isValue(text(of: attributes[$0])) }
        guard let place = places.randomElement(using: &generator),
            let new = change(text(of: attributes[place]), &generator)
        else { return nil }
        let name = attributes[place].prefix { $0 != "=" }
        attributes[place] = name + "=\"" + new + "\""
        return "<" + ([parts.name] + attributes).joined(separator: " ") + parts.end
    }

    private static func hasValue(_ piece: MutationMarkup.Piece) -> Bool {
        switch piece {
        case .text(let text): isValue(text)
        case .tag(let tag):
            MutationMarkup.parts(of: tag)?.attributes.contains { isValue(text(of: $0)) } ?? false
        }
    }

    /// The value of an attribute.
    private static func text(of attribute: String) -> String {
        String(attribute.drop { $0 != "\"" }.dropFirst().dropLast())
    }

    private static func isValue(_ text: String) -> Bool {
        MutationTable.Cell(text: text).isNumberOrTime
    }

    private static func replaced(
        _ text: String,
        with letter: String,
        _ generator: inout SeededGenerator
    ) -> String? {
        let digits = text.indices.filter { text[$0].isASCIIDigit }
        guard let place = digits.randomElement(using: &generator) else { return nil }
        return text[..<place] + letter + text[text.index(after: place)...]
    }

    /// Whether the signs before a place in its tag leave a value open.
    private static func isInsideValue(_ bytes: [UInt8], _ place: Int) -> Bool {
        let tag = bytes[..<place].reversed().prefix { $0 != UInt8(ascii: "<") }
        let quotes = tag.count { $0 == UInt8(ascii: "\"") }
        return quotes % 2 == 1 && bytes[place] != UInt8(ascii: "\"")
    }
}
