import TestSupport

extension Mutation {
    /// Ways to write the same XML otherwise.
    static let documents: [Mutation] = [
        tags("attributes in another order") { parts, generator in
            let order = parts.attributes.shuffled(using: &generator)
            return "<" + ([parts.name] + order).joined(separator: " ") + parts.end
        },
        tags("apostrophes around attributes") { parts, _ in
            let changed = parts.attributes.map { attribute in
                attribute.contains("'")
                    ? attribute : String(attribute.map { $0 == "\"" ? "'" : $0 })
            }
            return "<" + ([parts.name] + changed).joined(separator: " ") + parts.end
        },
        tags("blanks inside tags") { parts, _ in
            "<" + ([parts.name] + parts.attributes).joined(separator: "\n\t ") + " " + parts.end
        },
        tags("empty elements with an end tag") { parts, _ in
            let tag = "<" + ([parts.name] + parts.attributes).joined(separator: " ") + ">"
            return parts.end == "/>" ? tag + "</\(parts.name)>" : tag
        },
        tags("digits of attributes as references") { parts, generator in
            let changed = parts.attributes.map { attribute -> String in
                let halves = attribute.split(separator: "=", maxSplits: 1)
                guard halves.count == 2, !halves[0].hasPrefix("xmlns") else { return attribute }
                return halves[0] + "=" + references(String(halves[1]), &generator)
            }
            return "<" + ([parts.name] + changed).joined(separator: " ") + parts.end
        },
        texts("digits of text as references") { references($0, &$1) },
        texts("text in CDATA") { text, _ in
            text.contains("&") || text.allSatisfy(\.isWhitespace) ? text : "<![CDATA[\(text)]]>"
        },
        texts("comments inside text") { text, generator in
            let place = text.index(
                text.startIndex,
                offsetBy: Int.random(in: 0...text.count, using: &generator)
            )
            return text[..<place] + "<!-- a word -->" + text[place...]
        },
        texts("blanks around text") { text, _ in "\n  " + text + "\t " },
        Mutation("elements twice", .same) { sample, generator in
            var lines = PlainText(sample).text.split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
            let whole = lines.indices.filter { isElement(lines[$0]) }
            guard let line = whole.randomElement(using: &generator) else { return nil }
            lines.insert(lines[line], at: line)
            return Mutant(lines.joined(separator: "\n"))
        },
    ]

    private typealias Tag = (name: String, attributes: [String], end: String)

    /// Changes all start tags below the root; the root names the format.
    private static func tags(
        _ name: String,
        _ change: @escaping @Sendable (Tag, inout SeededGenerator) -> String
    ) -> Mutation {
        Mutation(name, .same) { sample, generator in
            var markup = MutationMarkup(sample.bytes)
            for (index, piece) in markup.pieces.enumerated() {
                guard case .tag(let tag) = piece, let parts = MutationMarkup.parts(of: tag)
                else { continue }
                markup.pieces[index] = .tag(change(parts, &generator))
            }
            return Mutant(markup.text)
        }
    }

    /// Changes all texts between tags.
    private static func texts(
        _ name: String,
        _ change: @escaping @Sendable (String, inout SeededGenerator) -> String
    ) -> Mutation {
        Mutation(name, .same) { sample, generator in
            var markup = MutationMarkup(sample.bytes)
            for (index, piece) in markup.pieces.enumerated() {
                guard index < markup.pieces.count - 1, case .text(let text) = piece else {
                    continue
                }
                markup.pieces[index] = .text(change(text, &generator))
            }
            return Mutant(markup.text)
        }
    }

    private static func references(_ text: String, _ generator: inout SeededGenerator) -> String {
        text.map { character in
            guard character.isASCIIDigit, Int.random(in: 0..<4, using: &generator) == 0,
                let scalar = character.unicodeScalars.first
            else { return String(character) }
            return Bool.random(using: &generator)
                ? "&#\(scalar.value);" : "&#x" + String(scalar.value, radix: 16) + ";"
        }.joined()
    }

    /// Whether a line is one element without others around it: a record, a point.
    private static func isElement(_ line: Substring) -> Bool {
        let text = line.drop(while: \.isWhitespace)
        guard text.hasPrefix("<"),
            let name = text.dropFirst().split(whereSeparator: {
                $0 == " " || $0 == ">" || $0 == "/"
            }).first, ["Record", "trkpt", "g:trkpt", "Trackpoint"].contains(name)
        else { return false }
        return text.hasSuffix("/>") || text.hasSuffix("</\(name)>")
    }
}
