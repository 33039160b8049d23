internal import Model

extension CSVDialect {
    /// The metrics of the app Health Auto Export, `HealthMetrics-….csv` (FORMATS.md §1.6).
    ///
    ///     Date/Time,Active Energy (kcal),Heart Rate [Min] (bpm),…,Step Count (steps),…,
    ///     2025-09-02 08:01:00,4.1,92,…,102,…,
    ///
    /// Columns vary by account; the unit of its steps gives it away. Most cells are empty, which is
    /// nothing recorded. A person chooses minutes, hours or days, and the file does not say which:
    /// how long the rows of hours are is settled from their day (SESSIONS.md §8.10); rows that all
    /// stand at midnight are whole days.
    static let healthAutoExport = CSVDialect(
        name: "health-auto-export",
        title: "the metrics of Health Auto Export",
        headers: ["Date", "Date/Time", "csvDate"].map { .part($0, "Step Count") },
        style: CSVSources.Style(defaultName: "health-auto-export", omitsZeros: true),
        open: { opening in
            let header = opening.header
            let times = ["date", "datetime", "csvdate"]
            guard let time = times.compactMap(header.column).first, time == 0,
                let count = header.column("stepcount"),
                ["count", "steps"].contains(header.units[count])
            else { return nil }
            let columns = GenericColumns(time: time, count: count)
            guard try MidnightTimes.areAll(opening, time: time, count: count) else {
                return try GenericRows(opening, columns)
            }
            return HealthAutoExportDays(opening, time: time, count: count)
        }
    )
}

/// Tells rows of days from those of minutes and hours.
enum MidnightTimes {
    /// Whether all rows with a count stand at a midnight, and there are several.
    ///
    /// - Throws: `CSVRefusal` when there is only one such row and no other.
    static func areAll(_ opening: CSVOpening, time: Int, count: Int) throws -> Bool {
        var only: (place: TextPlace, text: String)?
        var rows = 0
        var isOther = false
        var texts = TimeText()
        try opening.file.forEachRow { row in
            guard !row.isEmpty, row.fault == nil, opening.header.fits(row),
                case .time(let value) = texts.read(row[time])
            else { return true }
            guard value.kind != .date, isMidnight(row[time]) else {
                isOther = true
                return false
            }
            rows += 1
            if !CountText.isNothing(row[count]) {
                let text = String(decoding: row[time].prefix(64), as: UTF8.self)
                only = (row.place(of: time), text)
            }
            return true
        }
        if isOther || only == nil { return false }
        guard rows == 1, let only else { return true }
        throw CSVRefusal(
            Problem(
                at: only.place,
                "\(ShownText.quoted(only.text.utf8)) is the only time, and may stand for a minute, "
                    + "an hour or a day; export a longer stretch"
            )
        )
    }

    /// Whether a clock shows midnight, wherever it stands.
    private static func isMidnight(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        var cursor = ByteCursor(cell)
        cursor.advance(by: 10)
        if !cursor.skip(word: "t") { cursor.skipBlanks() }
        guard let clock = ClockText.read(&cursor) else { return false }
        return clock.millisecond == 0
    }
}

/// Reads rows that each stand at the beginning of a day.
struct HealthAutoExportDays: CSVRowReader {
    private let time: Int
    private let count: Int
    private let header: CSVHeader
    private let home: HomeZones
    private var cells: CellReader
    private var days: DayTotals

    let zone: String

    init(_ opening: CSVOpening, time: Int, count: Int) {
        self.time = time
        self.count = count
        header = opening.header
        home = opening.context.home
        cells = CellReader(opening, times: [time], numbers: [count])
        days = DayTotals(CSVOutput.Columns(header: header, time: time, count: count))
        zone = "days of \(opening.context.home.first.name)"
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case time: "midnight of a day"
            case count: "steps"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        guard let steps = try cells.steps(row, count, output),
            let midnight = try cells.time(row, time, output)
        else { return }
        guard let date = date(of: midnight) else {
            let fault = "is no midnight of the home zone, so that its day is not one of it"
            return output.report(row, time, header, fault)
        }
        try days.take(steps, on: date, of: row, into: output)
    }

    /// The date of a midnight; nothing when an offset says that it is another zone's.
    private func date(of midnight: TimeText.Time) -> TimeText.Time? {
        var wall = midnight.milliseconds
        if midnight.kind == .instant {
            let instant = Instant(milliseconds: midnight.milliseconds)
            let day = home.day(at: instant)
            guard home.range(of: day).lowerBound == instant else { return nil }
            wall = Int64(day.daysSinceEpoch) * 86_400_000
        }
        return TimeText.Time(milliseconds: wall, kind: .date, form: midnight.form)
    }
}
