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

    let file: DatabaseFile
    /// The tables that are understood, by their names in lower case.
    private let tables: [String: Table]
    /// The pages that were read so far.
    private let seen: PageSet

    /// Reads the list of tables.
    ///
    /// - Throws: `DatabaseRefusal`, or what the source throws.
    init(_ source: any ByteSource) throws {
        file = try DatabaseFile(source)
        seen = PageSet(upTo: file.pageCount)
        tables = try Self.tables(of: file, seen)
    }

    /// The names of all tables, in the order of the alphabet.
    var names: [String] { tables.values.map(\.name).sorted() }

    /// A table by its name, whatever its case.
    subscript(_ name: String) -> Table? { tables[name.lowercased()] }

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
            hasRowNumbers: table.definition.hasRowNumbers,
            layout: layout,
            seen: seen
        ) { fault in
            let message = "\(fault.message) (table \(ShownText.quoted(table.name.utf8)))"
            output.report(at: file.place(of: fault.page), message)
        }
        try walk.forEach(below: table.root, body)
    }

    private static func tables(of file: DatabaseFile, _ seen: PageSet) throws -> [String: Table] {
        guard let definition = TableDefinition(sql: list),
            let layout = RecordLayout(
                definition,
                columns: ["type", "name", "rootpage", "sql"],
                encoding: file.header.encoding
            )
        else { return [:] }
        var tables: [String: Table] = [:]
        var length = 0
        var fault: PageFault?
        let walk = TableWalk(file, hasRowNumbers: true, layout: layout, seen: seen) {
            fault = fault ?? $0
        }
        try walk.forEach(below: 1) { row in
            guard row.cells[0] == .text("table"), case .text(let name) = row.cells[1],
                let root = row.cells[2].wholeNumber, case .text(let sql) = row.cells[3]
            else { return true }
            length += sql.utf8.count
            guard tables.count < mostTables, length <= longestDefinitions else {
                throw DatabaseRefusal("the database has more tables than any export")
            }
            if let root = Int(exactly: root), let definition = TableDefinition(sql: sql) {
                tables[name.lowercased()] = Table(name: name, root: root, definition: definition)
            }
            return true
        }
        if let fault {
            throw DatabaseRefusal(
                "the list of tables in the database is damaged (page \(fault.page)); copy it again"
            )
        }
        return tables
    }
}
