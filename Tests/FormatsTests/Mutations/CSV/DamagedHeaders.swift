import Model
import TestSupport

extension Mutation {
    /// Ways to spoil the header.
    static let damagedHeaders: [Mutation] = [
        header("a heading misspelt") { words, generator in
            guard let column = words.indices.randomElement(using: &generator) else { return nil }
            var letters = Array(words[column].text)
            guard letters.count > 2 else { return nil }
            let place = Int.random(in: letters.indices, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: letters.remove(at: place)
            case 1: letters[place] = "q"
            default: letters.insert(letters[place], at: place)
            }
            words[column].text = String(letters)
            return column
        },
        header("a heading is gone") { words, generator in
            guard let column = words.indices.randomElement(using: &generator) else { return nil }
            words[column].text = ""
            return column
        },
        header("two headings of one name") { words, generator in
            guard let column = words.indices.randomElement(using: &generator),
                let other = words.indices.randomElement(using: &generator), column != other
            else { return nil }
            words[column].text = words[other].text
            return column
        },
        Mutation("no header", .damaged) { sample, _ in
            guard var table = sample.table else { return nil }
            table.rows.remove(at: table.header)
            return Mutant(table.bytes)
        },
    ]

    /// Changes the header; the change says of which column.
    ///
    /// Without a column that a file may lack it is a file that never had it: such columns are left
    /// alone.
    private static func header(
        _ name: String,
        _ change: @escaping @Sendable (inout [MutationTable.Cell], inout SeededGenerator) -> Int?
    ) -> Mutation {
        Mutation(name, .damaged) { sample, generator in
            guard var table = sample.table,
                let column = change(&table.rows[table.header], &generator),
                !optionalColumns(sample).contains(column)
            else { return nil }
            return Mutant(table.bytes)
        }
    }

    /// The columns of a sample that other files of its kind do without.
    private static func optionalColumns(_ sample: MutationSample) -> Set<Int> {
        let meanings: Set = [
            "source", "end", "length", "time of day", "time in motion", "length with pauses",
            "kind of activity", "height, metres", "above 10: not walked on",
            "a row with a name is a place, not a point of the track",
        ]
        let columns = sample.originals[0].report.columns
        // A list of walks may lack their steps.
        if columns.contains(where: { $0.meaning == "kind of activity" }) {
            return Set(columns.indices.filter { columns[$0].meaning != "not used" })
        }
        return Set(columns.indices.filter { meanings.contains(columns[$0].meaning) })
    }
}
