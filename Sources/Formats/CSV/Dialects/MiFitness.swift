internal import Model

extension CSVDialect {
    /// The records of Xiaomi's Mi Fitness, `…_hlth_center_fitness_data.csv` (FORMATS.md §1.10).
    ///
    ///     Uid,Sid,Key,Time,Value,UpdateTime
    ///     1,2,steps,1609840080,"{""time"":1609840080,""steps"":104,…}",1609840200
    ///
    /// Epochs in seconds; all kinds of records in one table, of which those of steps count. Several
    /// `Sid` hold the same minutes with different values: they are sources, of which one holds.
    static let miFitness = CSVDialect(
        name: "mi-fitness",
        title: "the records of Mi Fitness",
        headers: [.part("Uid", "Sid", "Key", "Time", "Value", "UpdateTime")],
        style: .miFitness,
        open: { opening in
            guard let columns = try MiFitnessColumns(opening) else { return nil }
            // A heading more makes tables of days and sports of the same columns.
            guard opening.header.width == 6 else {
                throw CSVRefusal(
                    "this is a table of Mi Fitness with a heading that is not known, which may "
                        + "tell that its records are no minutes; export it again"
                )
            }
            return MiFitnessRows(opening, columns)
        }
    )
}

extension CSVSources.Style {
    /// The sources of all tables of Mi Fitness, named by their `Sid`.
    static let miFitness = CSVSources.Style(defaultName: "mi-fitness", omitsZeros: true)
}

/// The columns that all tables of Mi Fitness have.
struct MiFitnessColumns {
    /// What is wrong with a time that the clock of a band never had.
    private static let unset =
        "lies before 2010, as if the clock had never been set; it is left out"

    let source: Int
    let key: Int
    let time: Int
    let value: Int

    /// Finds the columns; nothing when one is missing.
    ///
    /// - Throws: `CSVRefusal` when the table holds several people.
    init?(_ opening: CSVOpening) throws {
        let header = opening.header
        guard let person = header.column("uid"), let source = header.column("sid"),
            let key = header.column("key"), let time = header.column("time"),
            let value = header.column("value")
        else { return nil }
        try OnePerson.check(opening, column: person)
        self.source = source
        self.key = key
        self.time = time
        self.value = value
    }

    /// The kind that a `Sid` tells: a device or account has a number, what Xiaomi calculates a name.
    func kind(_ row: CSVRow) -> SourceKind {
        let name = row[source]
        return !name.isEmpty && name.allSatisfy { $0.isDigit } ? .watch : .unknown
    }

    /// The time of a row in milliseconds since the epoch; nothing when it is a problem, now reported.
    ///
    /// No band of Xiaomi is from before 2010, and clocks that were never set begin with 2001, whose
    /// seconds have nine digits.
    func milliseconds(
        _ row: CSVRow,
        _ cells: inout CellReader,
        _ output: CSVOutput
    ) throws -> Int64? {
        let cell = row[time]
        if (1..<10).contains(cell.count), cell.allSatisfy({ $0.isDigit }) {
            output.report(row, time, cells.header, Self.unset)
            return nil
        }
        guard let moment = try cells.time(row, time, output) else { return nil }
        guard moment.kind == .instant else {
            output.report(row, time, cells.header, "is not a time in seconds")
            return nil
        }
        guard moment.milliseconds >= 1_262_304_000_000 else {
            output.report(row, time, cells.header, Self.unset)
            return nil
        }
        return moment.milliseconds
    }

    /// Whether a row is of this kind of record.
    func isKey(_ key: String, _ row: CSVRow) -> Bool {
        row[self.key].elementsEqual(key.utf8)
    }

    /// Whether a row says what kind of record it is: a word, such as `heart_rate`.
    func hasKey(_ row: CSVRow) -> Bool {
        row[key].first.map(Self.isLetter) ?? false
    }

    /// Whether a byte is a letter of ASCII.
    static func isLetter(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }
}

/// Reads one record a row.
struct MiFitnessRows: CSVRowReader {
    private let columns: MiFitnessColumns
    private let header: CSVHeader
    private let places: CSVOutput.Columns
    private var cells: CellReader
    private var value = CellObject(["time", "steps"])

    let zone = "UTC, as numbers of seconds"

    init(_ opening: CSVOpening, _ columns: MiFitnessColumns) {
        self.columns = columns
        header = opening.header
        places = CSVOutput.Columns(header: header, time: columns.time, count: columns.value)
        cells = CellReader(opening, times: [columns.time], numbers: [])
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case columns.source: "source"
            case columns.key: "kind of record"
            case columns.time: "time"
            case columns.value: "steps"
            default: "not used"
            }
        }
    }

    var emptiness: String { "none of its records is one of steps" }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        guard columns.isKey("steps", row) else {
            if columns.hasKey(row) { return output.passOver() }
            return output.report(row, columns.key, header, "is no kind of record")
        }
        guard let time = try columns.milliseconds(row, &cells, output),
            let steps = steps(row, at: time, output)
        else { return }
        guard
            let source = output.sources.entry(
                named: row[columns.source],
                hint: { columns.kind(row) }
            )
        else { return output.report(row, columns.source, header, CSVOutput.Fault.source) }
        let instant = Instant(milliseconds: time)
        output.take(
            steps,
            from: instant,
            to: instant,
            by: source,
            of: row,
            places
        )
    }

    private mutating func steps(
        _ row: CSVRow,
        at milliseconds: Int64,
        _ output: CSVOutput
    ) -> Int32? {
        let column = columns.value
        guard value.read(row[column]) else {
            output.report(row, column, header, "is not the JSON of a record")
            return nil
        }
        if value[1].isUnrecorded { return nil }
        guard let count = value[1].wholeNumber, let steps = Int32(exactly: count) else {
            output.report(row, column, header, "has no whole number of steps in it")
            return nil
        }
        let isSameTime =
            value[0].isNothing || value[0].wholeNumber == milliseconds / 1000
        guard isSameTime else {
            output.report(row, column, header, "has another time in it than its row")
            return nil
        }
        return steps
    }
}
