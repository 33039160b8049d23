import TestSupport

extension Mutation {
    /// Ways to spoil a database.
    static let damagedDatabases: [Mutation] = [
        Mutation("a number is a word", .damaged) { sample, generator in
            guard var dump = sample.dump,
                let table = dump.tables.indices.randomElement(using: &generator),
                let row = dump.tables[table].rows.indices.randomElement(using: &generator)
            else { return nil }
            // The number of a row cannot be a word.
            let numbers = dump.tables[table].rows[row].indices.filter { column in
                Int(dump.tables[table].rows[row][column]) != nil
                    && !dump.tables[table].columns[column].contains("PRIMARY KEY")
            }
            guard let column = numbers.randomElement(using: &generator) else { return nil }
            dump.tables[table].rows[row][column] = "'x'"
            return (try? dump.made()).map(gapped)
        },
        Mutation("times in another unit", .damaged) { sample, generator in
            guard var dump = sample.dump,
                let table = dump.tables.indices.randomElement(using: &generator)
            else { return nil }
            let isLonger = Bool.random(using: &generator)
            let rows = dump.tables[table].rows
            dump.tables[table].rows = rows.map { row in
                row.map { cell in
                    guard let time = Int(cell), time > 1_000_000_000 else { return cell }
                    return "\(isLonger ? time * 1000 : time / 1000)"
                }
            }
            guard dump.tables[table].rows != rows, let bytes = try? dump.made() else { return nil }
            var mutant = Mutant(bytes)
            // No row of the table is what it was.
            mutant.lines = 0...Int.max
            return mutant
        },
        Mutation("a page is gone", .damaged) { sample, generator in
            let page = sample.pages.randomElement(using: &generator)
            return page.map { page in
                var bytes = sample.bytes
                bytes.replaceSubrange(page, with: [UInt8](repeating: 0, count: page.count))
                return gapped(bytes)
            }
        },
        Mutation("a page stands in another's place", .damaged) { sample, generator in
            // A leaf of another table (kinds 10 and 13) is right by itself wherever it stands.
            guard let page = sample.pages.randomElement(using: &generator),
                let other = sample.pages.randomElement(using: &generator), page != other,
                ![10, 13].contains(sample.bytes[other.lowerBound])
            else { return nil }
            var bytes = sample.bytes
            bytes.replaceSubrange(page, with: sample.bytes[other])
            return gapped(bytes)
        },
        Mutation("a database breaks off", .damaged) { sample, generator in
            let length = Int.random(in: 1..<sample.bytes.count, using: &generator)
            return gapped(Array(sample.bytes.prefix(length)))
        },
        Mutation("a byte of the structure is another", .damaged) { sample, generator in
            guard let page = sample.pages.randomElement(using: &generator) else { return nil }
            // The header of the file or of a page, and the beginning of its list of cells; a byte
            // of a cell may be a number, which is then another right one. A page that says that it
            // has fewer rows (bytes 3 and 4) is a page whose last rows are gone.
            let head = Array(0..<3) + Array(5..<12)
            let place =
                page.lowerBound == 0
                ? Int.random(in: 16..<100, using: &generator)
                : page.lowerBound + (head.randomElement(using: &generator) ?? 0)
            var bytes = sample.bytes
            bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
            return gapped(bytes)
        },
    ]

    /// A mutant that may lack rows of any table.
    private static func gapped(_ bytes: [UInt8]) -> Mutant {
        var mutant = Mutant(bytes)
        mutant.mayLoseRows = true
        return mutant
    }
}

extension MutationSample {
    /// The pages of a database.
    fileprivate var pages: [Range<Int>] {
        guard dump != nil else { return [] }
        let size = Int(bytes[16]) << 8 | Int(bytes[17])
        return stride(from: 0, to: bytes.count, by: size).map { $0..<min(bytes.count, $0 + size) }
    }
}
