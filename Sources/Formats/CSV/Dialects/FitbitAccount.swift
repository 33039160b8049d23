internal import Model

extension CSVDialect {
    /// The account export of Fitbit's site, `fitbit_export_….csv` (FORMATS.md §1.1).
    ///
    ///     Activities
    ///     Date,Calories Burned,Steps,Distance,Floors,…
    ///     "2019-12-01","1,836","12,071","8.94","11",…
    ///
    /// Several sections stand in one file, each under its title and its own header; only Activities
    /// has steps, and they are those of whole days. A comma stands between thousands. Dates are
    /// `YYYY-MM-DD` or, with the same sign, day first, as the account has it (§5.13).
    static let fitbitAccount = CSVDialect(
        name: "fitbit",
        title: "an account export of Fitbit",
        headers: FitbitSections.headers,
        style: CSVSources.Style(defaultName: "fitbit", kind: .watch),
        open: FitbitSections.init
    )
}

/// Goes through the sections of one export.
struct FitbitSections: CSVRowReader {
    static let headers: [CSVHeaderPattern] =
        [activities, .part("Date", "Weight", "BMI"), .whole("Date", "Calories In")]
        + [.part("Start Time", "End Time", "Minutes Asleep", "Minutes Awake")]
    private static let activities =
        CSVHeaderPattern.part("Date", "Calories Burned", "Steps", "Activity Calories")

    private let opening: CSVOpening
    /// The section that is being read, when it is Activities.
    private var section: FitbitDays?

    let zone: String

    init(_ opening: CSVOpening) throws(CSVRefusal) {
        self.opening = opening
        zone = "days of \(opening.context.home.first.name)"
        if Self.activities.matches(opening.header) {
            section = try FitbitDays(opening)
        }
    }

    var meanings: [String] {
        (0..<opening.header.words.count).map { column in
            switch column {
            case section?.date: "date"
            case section?.count: "steps"
            default: "not used"
            }
        }
    }

    var emptiness: String { "none of its sections has the steps of a day" }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        if try beginsSection(row) { return }
        guard section != nil else { return output.passOver() }
        try section?.take(row, into: output)
    }

    mutating func takeOther(_ row: CSVRow, into output: CSVOutput) throws -> Bool {
        if row.isEmpty { return true }
        if try beginsSection(row) { return true }
        if isTitle(row) {
            section = nil
            output.passOver()
            return true
        }
        guard let section else {
            output.passOver()
            return true
        }
        guard section.header.fits(row) else { return false }
        try self.section?.take(row, into: output)
        return true
    }

    /// Whether a row has one cell with a name and no number, as titles have.
    private func isTitle(_ row: CSVRow) -> Bool {
        guard (1..<row.count).allSatisfy({ row[$0].isEmpty }), let first = row[0].first else {
            return false
        }
        return first &- 0x30 >= 10
    }

    /// Whether a row is a header, of whichever section.
    private mutating func beginsSection(_ row: CSVRow) throws(CSVRefusal) -> Bool {
        // Data begin with a digit, whether quoted or not.
        guard row.count > 1, let first = row[0].first, first &- 0x30 >= 10 else { return false }
        let header = CSVHeader(row)
        if Self.activities.matches(header) {
            section = try FitbitDays(opening.under(header))
            return true
        }
        guard section == nil || Self.headers.contains(where: { $0.matches(header) }) else {
            return false
        }
        section = nil
        return true
    }
}

/// Reads the days of the section Activities.
struct FitbitDays {
    let header: CSVHeader
    let date: Int
    let count: Int
    private var cells: CellReader
    private var days: DayTotals

    init(_ opening: CSVOpening) throws(CSVRefusal) {
        header = opening.header
        guard let date = header.column("date"), let count = header.column("steps") else {
            throw CSVRefusal("the section Activities has no columns \"Date\" and \"Steps\"")
        }
        self.date = date
        self.count = count
        cells = CellReader(
            opening,
            times: [date],
            numbers: [count],
            order: .dayFirst,
            convention: .decimalPoint
        )
        days = DayTotals(CSVOutput.Columns(header: header, time: date, count: count))
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        // Converters write the same layout with slashes, and those may have the month first.
        if row[date].contains(UInt8(ascii: "/")) {
            return output.report(row, date, header, "is not written as Fitbit writes dates")
        }
        guard let day = try cells.time(row, date, output) else { return }
        guard day.kind == .date else {
            return output.report(row, date, header, "is not the date of a day")
        }
        guard let steps = try cells.steps(row, count, output) else { return }
        try days.take(steps, on: day, of: row, into: output)
    }
}
