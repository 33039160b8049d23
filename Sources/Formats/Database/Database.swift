internal import Model

/// The tables of a database.
struct Database {
    /// The list of tables is kept in a table of its own, whose tree begins in the first page.
    private static let list = "CREATE TABLE list (type, name, tbl_name, rootpage, sql)"
    private static let mostTables = 10_000
    /// The definitions of Gadgetbridge's 150 tables have about 60 000 bytes.
    private static let longestDefinitions = 8 << 20

    /// A table and where its tree begins.
    struct Table {
        /// The name as it stands in the file.
        let name: String
        let root: Int
        let definition: TableDefinition
    }

    /// What the list of tables holds.
    private struct Tables {
        var understood: [String: Table] = [:]
        var others: Set<String> = []
    }

    let file: DatabaseFile
    /// The tables that are understood, by their names in lower case.
    private let tables: [String: Table]
    /// The names of tables whose definition is not understood, since it is damaged or very odd.
    private let others: Set<String>
    /// The pages that were read so far.
    private let seen: PageSet

    /// Reads the list of tables.
    ///
    /// - Throws: `DatabaseRefusal`, or what the source throws.
    init(_ source: any ByteSource) throws {
        file = try DatabaseFile(source)
        seen = PageSet(upTo: file.pageCount)
        let found = try Self.tables(of: file, seen)
        tables = found.understood
        others = found.others
    }

    /// The names of all tables, in the order of the alphabet.
    var names: [String] { tables.values.map(\.name).sorted() }

    /// A table by its name, whatever its case.
    subscript(_ name: String) -> Table? { tables[name.lowercased()] }

    /// The names of tables that are there and whose definition is not understood, in order.
    var namesNotUnderstood: [String] { others.sorted() }

    /// Whether there is a table of that name whose columns nobody can find.
    func hasLost(_ name: String) -> Bool {
        others.contains { $0.lowercased() == name.lowercased() }
    }

    /// Whether there is a table of that name with all of these columns.
    func has(_ name: String, _ columns: String...) -> Bool {
        guard let definition = self[name]?.definition else { return false }
        return columns.allSatisfy { definition.place(of: $0) != nil }
    }

    /// Gives the rows of a table to a closure, in the order of their key, until that says false.
    ///
    /// A table can be read once only, for a page that is met again is taken for damaged.
    /// - Parameters:
    ///   - table: the table.
    ///   - columns: the columns that are wanted; a table that lacks one has no rows.
    ///   - output: hears of damaged pages.
    ///   - body: takes each row.
    /// - Throws: what the source or the closure throws.
    func forEachRow(
        of table: Table,
        _ columns: [String],
        _ output: ReadingOutput,
        _ body: (DatabaseRow) throws -> Bool
    ) throws {
        let layout = RecordLayout(
            table.definition,
            columns: columns,
            encoding: file.header.encoding
        )
        guard let layout else { return }
        let walk = TableWalk(
            file,
            table: table.definition,
            layout: layout,
            seen: seen
        ) { fault in
            let message = "\(fault.message) (table \(ShownText.quoted(table.name.utf8)))"
            output.report(at: file.place(of: fault.page), message)
        }
        try walk.forEach(below: table.root, body)
    }

    private static func tables(of file: DatabaseFile, _ seen: PageSet) throws -> Tables {
        guard let definition = TableDefinition(sql: list),
            let layout = RecordLayout(
                definition,
                columns: ["type", "name", "rootpage", "sql"],
                encoding: file.header.encoding
            )
        else { return Tables() }
        var tables = Tables()
        var length = 0
        var fault: PageFault?
        let walk = TableWalk(file, table: definition, layout: layout, seen: seen) {
            fault = fault ?? $0
        }
        try walk.forEach(below: 1) { row in
            guard let entry = ListEntry(row) else { throw damagedList("a row makes no sense") }
            guard case .table(let name, let root, let sql) = entry else { return true }
            length += sql.utf8.count
            guard tables.understood.count + tables.others.count < mostTables,
                length <= longestDefinitions
            else { throw DatabaseRefusal("the database has more tables than any export") }
            if let definition = TableDefinition(sql: sql) {
                tables.understood[name.lowercased()] = Table(
                    name: name,
                    root: root,
                    definition: definition
                )
            } else {
                tables.others.insert(name)
            }
            return true
        }
        if let fault { throw damagedList("page \(fault.page)") }
        return tables
    }

    private static func damagedList(_ what: String) -> DatabaseRefusal {
        DatabaseRefusal("the list of tables in the database is damaged (\(what)); copy it again")
    }
}

/// A row of the list of tables (sqlite.org/fileformat2.html "Storage Of The SQL Database Schema").
private enum ListEntry {
    /// A table, where its tree begins, and the text with which it was made.
    case table(name: String, root: Int, sql: String)
    /// An index, a view, or what else has no rows of its own.
    case other

    /// Reads type, name, root page and text; nothing when they cannot be those of an entry.
    ///
    /// Where a page of a long entry is lost, there are zeros in its texts.
    init?(_ row: DatabaseRow) {
        guard case .text(let type) = row.cells[0] else { return nil }
        guard type == "table" else {
            guard ["index", "view", "trigger"].contains(type) else { return nil }
            self = .other
            return
        }
        guard case .text(let name) = row.cells[1], case .text(let sql) = row.cells[3],
            !name.utf8.contains(0), !sql.utf8.contains(0),
            let root = row.cells[2].wholeNumber.flatMap({ Int(exactly: $0) })
        else { return nil }
        // What a module makes up has no tree.
        let isMadeUp = root == 0 && sql.lowercased().hasPrefix("create virtual")
        guard root > 0 || isMadeUp else { return nil }
        self = isMadeUp ? .other : .table(name: name, root: root, sql: sql)
    }
}
