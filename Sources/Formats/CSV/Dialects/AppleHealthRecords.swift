internal import Model

extension CSVDialect {
    /// Step counts that a converter wrote out of Apple Health's `export.xml` (FORMATS.md §1.6).
    ///
    ///     sourceName,sourceVersion,device,type,unit,creationDate,startDate,endDate,value
    ///     "A's iPhone","14.3","<<HKDevice: …>","StepCount","count",…,2020-12-31 17:08:11 -0500,…,312
    ///
    /// Some write one file for each type, some one for all: only rows of step counts are taken.
    /// Phone and watch both count, and are told apart by their names.
    static let appleHealthRecords = CSVDialect(
        name: "apple-health-csv",
        title: "step counts converted from Apple Health",
        headers: [
            .part("sourceName", "type", "unit", "startDate", "endDate", "value"),
            .part("sourceName", "type", "startDate", "endDate", "value"),
        ],
        style: CSVSources.Style(defaultName: "apple-health", omitsZeros: true),
        open: { opening in
            let header = opening.header
            guard let type = header.column("type"), let source = header.column("sourcename"),
                let start = header.column("startdate"), let end = header.column("enddate"),
                let value = header.column("value")
            else { return nil }
            let columns = GenericColumns(time: start, end: end, count: value, source: source)
            return AppleHealthRows(
                try GenericRows(opening, columns, wallTimes: .refused),
                type: type
            )
        }
    )
}

/// Reads the rows of step counts among others.
struct AppleHealthRows: CSVRowReader {
    private var rows: GenericRows
    private let type: Int

    init(_ rows: GenericRows, type: Int) {
        self.rows = rows
        self.type = type
    }

    var meanings: [String] {
        rows.meanings.enumerated().map { $0 == type ? "kind of record" : $1 }
    }

    var zone: String { rows.zone }

    var emptiness: String { "none of its records is a step count" }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        guard Self.isStepCount(row[type]) else {
            guard !Self.isKind(row[type]) else { return output.passOver() }
            return output.report(row, type, rows.header, "is no kind of record")
        }
        try rows.take(row, into: output)
    }

    /// Whether a cell can be the name of a kind: one word of letters and digits.
    ///
    /// What is none may have been a step count before the row was damaged.
    private static func isKind(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = cell.first, first | 0x20 >= UInt8(ascii: "a") else { return false }
        return cell.allSatisfy { byte in
            let lower = byte | 0x20
            return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower) || byte &- 0x30 < 10
        }
    }

    private static func isStepCount(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        ["StepCount", "HKQuantityTypeIdentifierStepCount"].contains {
            $0.utf8.count == cell.count && $0.utf8.elementsEqual(cell)
        }
    }
}
