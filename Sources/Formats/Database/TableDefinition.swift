/// The columns of a table and how its rows are laid out, out of the text with which it was made.
struct TableDefinition: Hashable {
    /// Where the value of a column is.
    enum Place: Hashable {
        /// In the record, counted from 0.
        case stored(Int)
        /// It is the number of the row, and the record has nothing in its place.
        case rowNumber
    }

    /// The places of the columns that are stored, by their names in lower case.
    private let places: [String: Place]
    /// False for a table `WITHOUT ROWID`, whose rows lie in the tree of an index.
    let hasRowNumbers: Bool
    /// Whether the first column that is stored ascends from row to row, where it is a number.
    let ascends: Bool

    /// Reads the text; nothing when it makes no table that is understood.
    ///
    /// Columns that are worked out of others take no room in a record. The rows of a table without row
    /// numbers begin with the columns of its key (sqlite.org/withoutrowid.html).
    init?(sql: String) {
        guard let text = TableText(sql) else { return nil }
        hasRowNumbers = !text.isWithoutRowNumbers
        ascends = text.isWithoutRowNumbers && !text.isKeyDescending
        let stored = text.columns.filter { !$0.isWorkedOut }.map(\.name)
        guard Set(text.columns.map(\.name)).count == text.columns.count else { return nil }
        var order = stored
        var rowNumber: String?
        if text.isWithoutRowNumbers {
            var key: [String] = []
            for name in text.key where !key.contains(name) { key.append(name) }
            guard !key.isEmpty, Set(key).isSubset(of: stored) else { return nil }
            order = key + stored.filter { !key.contains($0) }
        } else if text.key.count == 1 {
            rowNumber = text.columns.first { $0.isRowNumber && $0.name == text.key[0] }?.name
        }
        var places: [String: Place] = [:]
        for (index, name) in order.enumerated() {
            places[name] = name == rowNumber ? .rowNumber : .stored(index)
        }
        self.places = places
    }

    /// Whether all of these columns are stored in the table.
    func has(_ names: String...) -> Bool {
        names.allSatisfy { place(of: $0) != nil }
    }

    /// Where a column is; nothing when there is none of that name.
    func place(of name: String) -> Place? { places[name.lowercased()] }
}
