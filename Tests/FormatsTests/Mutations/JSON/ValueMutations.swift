import TestSupport

extension Mutation {
    /// Ways to write the same JSON otherwise.
    static let values: [Mutation] = [
        value("no blanks in JSON") { _ in },
        value("blanks in JSON") { $0.gap = " \r\n\t" },
        value("members in another order") { $0.isShuffled = true },
        value("letters as escapes") { $0.isEscaped = true },
        value("numbers as texts") { $0.isStringly = true },
        value("records twice") { $0.isDoubled = true },
    ]

    private static func value(
        _ name: String,
        _ change: @escaping @Sendable (inout MutationValue.Style) -> Void
    ) -> Mutation {
        Mutation(name, .same) { sample, generator in
            guard let value = MutationValue(sample.bytes) else { return nil }
            var style = MutationValue.Style(generator: SeededGenerator(seed: generator.next()))
            change(&style)
            return Mutant(value.written(&style))
        }
    }

    /// Ways to spoil JSON so that a reader can see it.
    static let damagedValues: [Mutation] = [
        digit("a letter for a digit in JSON") { place, bytes, generator in
            bytes[place] = Array("OlxIE?".utf8).randomElement(using: &generator) ?? 0x3F
        },
        digit("a comma among the digits in JSON") { place, bytes, _ in
            bytes.insert(UInt8(ascii: ","), at: place)
        },
        digit("a blank among the digits in JSON") { place, bytes, _ in
            bytes.insert(0x20, at: place)
        },
        digit("a minus before a digit in JSON") { place, bytes, _ in
            bytes.insert(UInt8(ascii: "-"), at: place)
        },
        Mutation("a sign of JSON is gone", .damaged) { sample, generator in
            let signs: Set<UInt8> = Set("{}[]\":,".utf8)
            let places = sample.bytes.indices.filter { signs.contains(sample.bytes[$0]) }
            guard let place = places.randomElement(using: &generator),
                !isInsideText(sample.bytes, place)
            else { return nil }
            var bytes = sample.bytes
            bytes.remove(at: place)
            return Mutant(bytes, line: line(bytes, place), nearness: nearness)
        },
    ]

    private static let nearness = 40

    private static func digit(
        _ name: String,
        _ change: @escaping @Sendable (Int, inout [UInt8], inout SeededGenerator) -> Void
    ) -> Mutation {
        Mutation(name, .damaged) { sample, generator in
            let places = sample.bytes.indices.filter { sample.bytes[$0] &- 0x30 < 10 }
            guard let place = places.randomElement(using: &generator) else { return nil }
            var bytes = sample.bytes
            change(place, &bytes, &generator)
            return Mutant(bytes, line: line(bytes, place), nearness: nearness)
        }
    }

    private static func line(_ bytes: [UInt8], _ place: Int) -> Int {
        1 + bytes[..<place].count { $0 == 0x0A }
    }

    /// Whether a sign stands inside a text, as its letter.
    private static func isInsideText(_ bytes: [UInt8], _ place: Int) -> Bool {
        let quotes = bytes[..<place].count { $0 == UInt8(ascii: "\"") }
        return quotes % 2 == 1 && bytes[place] != UInt8(ascii: "\"")
    }
}
