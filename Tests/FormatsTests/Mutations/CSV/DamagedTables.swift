import TestSupport

extension Mutation {
    /// Ways to spoil a row or a cell so that a reader can see it.
    static let damagedTables: [Mutation] = [
        cell("a letter for a digit") { text, generator in
            // "0xE" and "1e5" are no numbers either.
            let letters = "OolISsZxeEaf?#*%"
            guard let letter = letters.randomElement(using: &generator) else { return nil }
            return replacingDigit(of: text, with: letter, &generator)
        },
        cell("a sign among the digits") { text, generator in
            // A minus may stand before a number, and -1 says that nothing was recorded.
            let signs = "?#*%_~^&!<>=\u{0}\u{FFFD}é "
            guard text.count > 1, let sign = signs.randomElement(using: &generator) else {
                return nil
            }
            var characters = Array(text)
            let place = Int.random(in: 1..<characters.count, using: &generator)
            // A blank between groups of three is a sign between thousands, and one before AM is
            // no news.
            guard sign != " " || text.allSatisfy(\.isASCIIDigit) && characters.count - place != 3
            else { return nil }
            characters.insert(sign, at: place)
            return String(characters)
        },
        cell("a point among the digits") { text, generator in
            // 12.0 is 12: such numbers are written, so "120" with a point in it may be one. And
            // 1.234 may be so written in a file with the decimal comma.
            guard text.allSatisfy(\.isASCIIDigit), text.count > 1 else { return nil }
            let place = Int.random(in: 1..<text.count, using: &generator)
            let decimals = text.dropFirst(place)
            guard decimals.contains(where: { $0 != "0" }), decimals.count != 3 else { return nil }
            let sign = Bool.random(using: &generator) ? "." : ","
            return text.prefix(place) + sign + decimals
        },
        cell("an exponent") { text, _ in
            text.allSatisfy(\.isASCIIDigit) ? text + "e0" : nil
        },
        cell("a minus") { text, _ in
            // -1 says that nothing was recorded.
            text.allSatisfy(\.isASCIIDigit) && text != "1" && text.contains { $0 != "0" }
                ? "-" + text : nil
        },
        cell("a clock without its offset") { text, _ in
            // With a date before it it is mangled as such in files of all formats.
            let signs = text.suffix(6).prefix(1)
            guard text.contains(":"), !text.dropLast(6).contains("-"), signs == "+" || signs == "-"
            else { return nil }
            return String(text.dropLast(6))
        },
        row("a cell too few") { cells, generator in
            guard let place = cells.indices.randomElement(using: &generator) else { return false }
            cells.remove(at: place)
            return true
        },
        row("a cell too many") { cells, generator in
            let place = Int.random(in: 0...cells.count, using: &generator)
            let text = Bool.random(using: &generator) ? "" : "7"
            cells.insert(MutationTable.Cell(text: text), at: place)
            return true
        },
        Mutation("two cells for one another", .damaged, swapped),
        Mutation("a quote is gone", .damaged, withoutQuote),
        line("a quote more") { text, delimiter, generator in
            // Inside a cell that has none it is a letter of a name.
            let starts =
                [text.startIndex]
                + text.indices.filter { text[$0] == delimiter }.map {
                    text.index(after: $0)
                }
            guard let place = starts.randomElement(using: &generator) else { return nil }
            return text[..<place] + "\"" + text[place...]
        },
        line("a separator is gone") { text, delimiter, generator in
            removing(delimiter, from: text, &generator)
        },
        line("another separator in one row") { text, delimiter, generator in
            let other =
                MutationTable.delimiters.filter { $0 != delimiter }
                .randomElement(using: &generator) ?? ";"
            return String(text.map { $0 == delimiter ? other : $0 })
        },
        line("a row broken in two") { text, _, generator in
            guard text.count > 2 else { return nil }
            let place = Int.random(in: 1..<text.count, using: &generator)
            // A row may go without the empty cells at its end.
            return text.prefix(place) + "\n" + text.dropFirst(place)
        },
        Mutation("two rows joined", .damaged) { sample, generator in
            guard let table = sample.table,
                let row = table.data.dropLast().randomElement(using: &generator),
                table.data.contains(row + 1)
            else { return nil }
            var lines = table.rows.map(table.text(of:))
            lines[row] += lines.remove(at: row + 1)
            return Mutant(table.bytes(of: lines), line: table.line(of: row))
        },
        Mutation("the header once more", .damaged) { sample, generator in
            guard var table = sample.table, table.isOneTable,
                let row = table.data.randomElement(using: &generator)
            else { return nil }
            table.rows.insert(table.rows[table.header], at: row)
            return Mutant(table.bytes, line: table.line(of: row))
        },
        Mutation("one date in another order", .damaged) { sample, generator in
            redated(sample, share: 0, &generator)
        },
        Mutation("some dates in another order", .damaged) { sample, generator in
            redated(sample, share: 2, &generator)
        },
    ]
}

// MARK: - Quotes

extension Mutation {
    /// Takes one of the quotes around a cell away.
    ///
    /// A name that keeps the other is another name, so names of sources are left alone.
    @Sendable private static func withoutQuote(
        _ sample: MutationSample,
        _ generator: inout SeededGenerator
    ) -> Mutant? {
        guard let table = sample.table, let row = table.data.randomElement(using: &generator)
        else { return nil }
        let quoted = table.rows[row].indices.filter {
            table.rows[row][$0].isQuoted && !table.sources.contains($0)
        }
        guard let cell = quoted.randomElement(using: &generator) else { return nil }
        let isFirst = Bool.random(using: &generator)
        let cells = table.rows[row].indices.map { index in
            let text = table.text(of: [table.rows[row][index]])
            guard index == cell else { return text }
            return String(isFirst ? text.dropFirst() : text.dropLast())
        }
        var lines = table.rows.map(table.text(of:))
        lines[row] = cells.joined(separator: String(table.delimiter))
        return Mutant(table.bytes(of: lines), line: table.line(of: row))
    }
}

// MARK: - Cells, rows and lines

extension Mutation {
    private static func cell(
        _ name: String,
        _ change: @escaping @Sendable (String, inout SeededGenerator) -> String?
    ) -> Mutation {
        Mutation(name, .damaged) { sample, generator in
            guard var table = sample.table, let row = table.data.randomElement(using: &generator)
            else { return nil }
            let cells = table.rows[row].indices.filter {
                table.rows[row][$0].isNumberOrTime && !table.sources.contains($0)
            }
            guard let cell = cells.randomElement(using: &generator),
                let text = change(table.rows[row][cell].text, &generator)
            else { return nil }
            table.rows[row][cell].text = text
            return Mutant(table.bytes, line: table.line(of: row))
        }
    }

    private static func row(
        _ name: String,
        _ change:
            @escaping @Sendable (inout [MutationTable.Cell], inout SeededGenerator) -> Bool
    ) -> Mutation {
        Mutation(name, .damaged) { sample, generator in
            guard var table = sample.table, let row = table.data.randomElement(using: &generator),
                change(&table.rows[row], &generator)
            else { return nil }
            return Mutant(table.bytes, line: table.line(of: row))
        }
    }

    /// A mutation of a whole row as it is written.
    private static func line(
        _ name: String,
        _ change: @escaping @Sendable (String, Character, inout SeededGenerator) -> String?
    ) -> Mutation {
        Mutation(name, .damaged) { sample, generator in
            guard let table = sample.table, let row = table.data.randomElement(using: &generator)
            else { return nil }
            var lines = table.rows.map(table.text(of:))
            guard let text = change(lines[row], table.delimiter, &generator), text != lines[row]
            else { return nil }
            lines[row] = text
            var mutant = Mutant(table.bytes(of: lines))
            let first = table.line(of: row)
            mutant.lines = first...(first + text.count { $0 == "\n" })
            return mutant
        }
    }

    private static func replacingDigit(
        of text: String,
        with letter: Character,
        _ generator: inout SeededGenerator
    ) -> String? {
        var characters = Array(text)
        let digits = characters.indices.filter { characters[$0].isASCIIDigit }
        guard let place = digits.randomElement(using: &generator) else { return nil }
        characters[place] = letter
        return String(characters)
    }

    private static func removing(
        _ character: Character,
        from text: String,
        _ generator: inout SeededGenerator
    ) -> String? {
        let places = text.indices.filter { text[$0] == character }
        guard let place = places.randomElement(using: &generator) else { return nil }
        return String(text[..<place] + text[text.index(after: place)...])
    }

    /// Changes two cells for one another.
    ///
    /// Two of a kind, or one that is empty, or a name of a source and anything that may be one, make
    /// another row that is right by itself.
    @Sendable private static func swapped(
        _ sample: MutationSample,
        _ generator: inout SeededGenerator
    ) -> Mutant? {
        guard var table = sample.table, let row = table.data.randomElement(using: &generator)
        else { return nil }
        let cells = table.rows[row].indices.filter {
            // The words for "not recorded" are as good as an empty cell.
            !["", "--", "N/A", "NaN", "-1"].contains(table.rows[row][$0].text)
                && !table.sources.contains($0)
        }
        guard let first = cells.randomElement(using: &generator),
            let second = cells.randomElement(using: &generator),
            isOfAnotherKind(table.rows[row][first], table.rows[row][second])
        else { return nil }
        table.rows[row].swapAt(first, second)
        return Mutant(table.bytes, line: table.line(of: row))
    }

    private static func isOfAnotherKind(
        _ one: MutationTable.Cell,
        _ other: MutationTable.Cell
    ) -> Bool {
        one.isNumber != other.isNumber || one.isNumberOrTime != other.isNumberOrTime
    }
}

// MARK: - Dates

extension Mutation {
    /// Writes one date, or one in so many rows, with day and month in another order.
    ///
    /// Only dates that can be read in one order are changed: those up to the twelfth of a month
    /// would be other dates that are right by themselves.
    private static func redated(
        _ sample: MutationSample,
        share: Int,
        _ generator: inout SeededGenerator
    ) -> Mutant? {
        guard var table = sample.table,
            let form = WrittenDate.Form.allCases.randomElement(using: &generator)
        else { return nil }
        let isDayFirst = WrittenDate.isDayFirst(
            table.data.flatMap { table.rows[$0].map(\.text) }
        )
        let only = share == 0 ? table.data.randomElement(using: &generator) : nil
        var changed: [Int] = []
        for row in table.data
        where only == row || (share > 0 && Int.random(in: 0..<share, using: &generator) == 0) {
            for (column, cell) in table.rows[row].enumerated() {
                guard let date = WrittenDate(cell.text, isDayFirst: isDayFirst), date.day > 12
                else { continue }
                table.rows[row][column].text = date.written(form)
                changed.append(row)
            }
        }
        guard let first = changed.first, let last = changed.last else { return nil }
        var mutant = Mutant(table.bytes)
        mutant.lines = table.line(of: first)...table.line(of: last)
        mutant.isEachLineNamed = true
        return mutant
    }
}
