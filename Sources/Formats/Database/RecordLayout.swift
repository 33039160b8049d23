/// Which columns of the rows of a table are wanted, and how they are found in a record
/// (sqlite.org/fileformat2.html "Record Format").
struct RecordLayout {
    /// Texts longer than this, or behind more than this, are no names and no numbers.
    static let longest = 1 << 20
    /// More than the nine bytes that each of SQLite's 32 767 columns may take.
    private static let longestHeader = 300_000

    /// What came of reading a record.
    enum Outcome: Hashable {
        case whole
        /// More of its bytes are needed, this many from its start.
        case needs(Int)
        case damaged
    }

    /// Where each wanted column stands in a record, in ascending order, and its place among the cells.
    private let wanted: [(column: Int, slot: Int)]
    /// The cells that hold the number of the row.
    private let rowNumbers: [Int]
    private let encoding: DatabaseEncoding
    /// How many cells there are.
    let count: Int
    /// The cell of the first column in the records, where that is wanted.
    var firstSlot: Int? { wanted.first { $0.column == 0 }?.slot }

    /// Finds columns in a table; nothing when it lacks one.
    init?(_ table: TableDefinition, columns: [String], encoding: DatabaseEncoding) {
        var wanted: [(column: Int, slot: Int)] = []
        var rowNumbers: [Int] = []
        for (slot, name) in columns.enumerated() {
            switch table.place(of: name) {
            case .stored(let column): wanted.append((column, slot))
            case .rowNumber: rowNumbers.append(slot)
            case nil: return nil
            }
        }
        self.wanted = wanted.sorted { $0.column < $1.column }
        self.rowNumbers = rowNumbers
        self.encoding = encoding
        count = columns.count
    }

    /// Reads the wanted columns of a record.
    ///
    /// - Parameters:
    ///   - bytes: the beginning of the record.
    ///   - total: the length of the record, no less than there is of it.
    ///   - rowNumber: the number of the row, where the table has such.
    ///   - cells: takes the values, one for each wanted column.
    /// - Returns: whether all of them are there.
    func read(
        _ bytes: Span<UInt8>,
        total: Int,
        rowNumber: Int64,
        into cells: inout [DatabaseCell]
    ) -> Outcome {
        for slot in cells.indices { cells[slot] = .null }
        for slot in rowNumbers { cells[slot] = .integer(rowNumber) }
        guard let (length, first) = bytes.variableNumber(at: 0, before: bytes.count) else {
            return bytes.count < min(9, total) ? .needs(min(9, total)) : .damaged
        }
        guard length <= UInt64(min(total, Self.longestHeader)), length >= UInt64(first) else {
            return .damaged
        }
        let header = Int(length)
        guard header <= bytes.count else { return .needs(header) }
        var (place, body, column, next) = (first, header, 0, 0)
        while next < wanted.count, place < header {
            guard let (type, after) = bytes.variableNumber(at: place, before: header),
                let size = Self.size(ofType: type), size <= total - body
            else { return .damaged }
            if wanted[next].column == column {
                if body + size > Self.longest {
                    cells[wanted[next].slot] = .bytes
                } else {
                    guard body + size <= bytes.count else { return .needs(body + size) }
                    let value = bytes.extracting(body..<body + size)
                    guard let cell = cell(ofType: type, value) else { return .damaged }
                    cells[wanted[next].slot] = cell
                }
                next += 1
            }
            (place, body, column) = (after, body + size, column + 1)
        }
        return .whole
    }

    /// How many bytes a value of a type has; nothing for types that are not used.
    private static func size(ofType type: UInt64) -> Int? {
        switch type {
        case 0...4: Int(type)
        case 5: 6
        case 6, 7: 8
        case 8, 9: 0
        case 10, 11: nil
        default: Int(exactly: (type - 12) / 2)
        }
    }

    private func cell(ofType type: UInt64, _ bytes: Span<UInt8>) -> DatabaseCell? {
        switch type {
        case 0: return .null
        case 1...6: return .integer(Self.integer(bytes))
        case 7:
            let bits = UInt64(bitPattern: Self.integer(bytes))
            return .real(Double(bitPattern: bits))
        case 8: return .integer(0)
        case 9: return .integer(1)
        default: return type % 2 == 1 ? .text(encoding.text(bytes)) : .bytes
        }
    }

    /// A number with a sign, the most significant of its one to eight bytes first.
    private static func integer(_ bytes: Span<UInt8>) -> Int64 {
        guard bytes.count > 0 else { return 0 }
        var value = Int64(Int8(bitPattern: bytes[0]))
        for index in 1..<max(1, bytes.count) { value = value << 8 | Int64(bytes[index]) }
        return value
    }
}
