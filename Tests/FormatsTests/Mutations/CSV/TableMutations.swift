import TestSupport

@testable import Formats

extension Mutation {
    /// Ways to write the same table otherwise.
    static let tables: [Mutation] = [
        table("another separator") { table, generator in
            let others = MutationTable.delimiters.filter { $0 != table.delimiter }
            table.delimiter = others.randomElement(using: &generator) ?? table.delimiter
            return true
        },
        table("quotes around all") { table, _ in
            for row in table.rows.indices where table.rows[row].count > 1 {
                for cell in table.rows[row].indices { table.rows[row][cell].isQuoted = true }
            }
            return true
        },
        table("quotes around none") { table, _ in
            for row in table.rows.indices {
                for cell in table.rows[row].indices { table.rows[row][cell].isQuoted = false }
            }
            return true
        },
        table("blanks around cells") { table, generator in
            for row in table.data {
                let cell = table.rows[row].indices.randomElement(using: &generator) ?? 0
                table.rows[row][cell].text = " " + table.rows[row][cell].text + "  "
            }
            return true
        },
        table("columns in another order") { table, generator in
            guard table.isOneTable else { return false }
            let order = table.rows[table.header].indices.shuffled(using: &generator)
            for row in table.rows.indices where table.rows[row].count == order.count {
                table.rows[row] = order.map { table.rows[row][$0] }
            }
            return true
        },
        table("a column more") { table, generator in
            guard table.isOneTable else { return false }
            let place = Int.random(in: 0...table.rows[table.header].count, using: &generator)
            let width = table.rows[table.header].count
            for row in table.rows.indices where table.rows[row].count == width {
                let text = row == table.header ? "weather" : "fair"
                table.rows[row].insert(MutationTable.Cell(text: text), at: place)
            }
            return true
        },
        table("rows in another order") { table, generator in
            guard table.isOneTable else { return false }
            let order = table.data.shuffled(using: &generator)
            let rows = table.rows
            for (place, row) in zip(table.data, order) { table.rows[place] = rows[row] }
            return true
        },
        table("rows twice") { table, generator in
            guard let row = table.data.randomElement(using: &generator) else { return false }
            let isAll = Bool.random(using: &generator)
            let copies = isAll ? table.data.map { table.rows[$0] } : [table.rows[row]]
            // Behind the last row of the same kind: another section may follow.
            let last = table.isOneTable ? (table.data.last ?? row) : row
            guard !isAll || table.isOneTable else { return false }
            table.rows.insert(contentsOf: copies, at: last + 1)
            return true
        },
        table("blank lines") { table, generator in
            let place = Int.random(in: (table.header + 1)...table.rows.count, using: &generator)
            table.rows.insert([MutationTable.Cell(text: "")], at: place)
            return true
        },
        table("no end of the last line") { _, _ in true },
        table("header in another language", translate),
        table("dates in another order", redate),
        table("the other decimal sign") { table, _ in
            changeNumbers(&table) { text in
                String(text.map { $0 == "," ? "." : $0 == "." ? "," : $0 })
            }
        },
        table("signs between thousands") { table, generator in
            let sign = ["'", " ", "\u{A0}", ",", "."].randomElement(using: &generator) ?? "'"
            return changeNumbers(&table) { text in
                guard text.allSatisfy(\.isASCIIDigit), (4...6).contains(text.count) else {
                    return text
                }
                return text.dropLast(3) + sign + text.suffix(3)
            }
        },
        table("epochs in another unit") { table, _ in
            var isChanged = false
            for row in table.data {
                for cell in table.rows[row].indices {
                    let text = table.rows[row][cell].text
                    guard text.count == 13, text.hasSuffix("000"), Int(text) != nil else {
                        continue
                    }
                    table.rows[row][cell].text = String(text.dropLast(3))
                    isChanged = true
                }
            }
            return isChanged
        },
    ]

    /// A mutation that changes the cells of a table; nothing where it says that it cannot.
    private static func table(
        _ name: String,
        _ change: @escaping @Sendable (inout MutationTable, inout SeededGenerator) -> Bool
    ) -> Mutation {
        Mutation(name, .same) { sample, generator in
            guard var table = sample.table, !table.data.isEmpty, change(&table, &generator)
            else { return nil }
            var bytes = table.bytes
            if name == "no end of the last line" {
                while bytes.last == 0x0A || bytes.last == 0x0D { bytes.removeLast() }
            }
            return Mutant(bytes)
        }
    }

    /// Puts the words of a language in the place of those of another.
    @Sendable private static func translate(
        _ table: inout MutationTable,
        _ generator: inout SeededGenerator
    ) -> Bool {
        let header = table.rows[table.header]
        let meanings = header.map { ColumnWords.meanings[CSVHeader.key(of: $0.text)] ?? [] }
        guard
            let own = Language.allCases.first(where: { language in
                meanings.allSatisfy { $0.contains { $0.language == language } }
            })
        else { return false }
        let languages = Language.allCases.filter { $0 != own }
        guard let other = languages.randomElement(using: &generator) else { return false }
        for (column, all) in meanings.enumerated() {
            guard let concept = all.first(where: { $0.language == own })?.concept,
                let word = other.words.columns[concept]?.randomElement(using: &generator)
            else { return false }
            table.rows[table.header][column].text = word
        }
        return true
    }

    /// Writes all dates in one other form; those whose order the sample does not show stay.
    ///
    /// Where a maker has one order only, that order turned round is another date as long as all days
    /// are 12 or less, and no reader can know: the account export of Fitbit has such days.
    @Sendable private static func redate(
        _ table: inout MutationTable,
        _ generator: inout SeededGenerator
    ) -> Bool {
        let texts = table.data.flatMap { table.rows[$0].map(\.text) }
        let isDayFirst = WrittenDate.isDayFirst(texts)
        guard let form = WrittenDate.Form.allCases.randomElement(using: &generator)
        else { return false }
        var isChanged = false
        for row in table.data {
            for cell in table.rows[row].indices {
                let text = table.rows[row][cell].text
                guard let date = WrittenDate(text, isDayFirst: isDayFirst) else { continue }
                table.rows[row][cell].text = date.written(form)
                isChanged = true
            }
        }
        return isChanged
    }

    /// Changes all numbers of a table.
    private static func changeNumbers(
        _ table: inout MutationTable,
        _ change: (String) -> String
    ) -> Bool {
        var isChanged = false
        for row in table.data {
            for (column, cell) in table.rows[row].enumerated()
            where cell.isNumber && !table.sources.contains(column) {
                let text = change(cell.text)
                isChanged = isChanged || text != cell.text
                table.rows[row][column].text = text
            }
        }
        return isChanged
    }
}
