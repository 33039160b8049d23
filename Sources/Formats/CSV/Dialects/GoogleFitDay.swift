internal import Model

extension CSVDialect {
    /// A day of a Google Fit Takeout, `Daily activity metrics/YYYY-MM-DD.csv` (FORMATS.md §1.4).
    ///
    ///     Start time,End time,Move Minutes count,…,Step count,…
    ///     00:30:00.000+05:30,00:45:00.000+05:30,1,…,208,…
    ///
    /// The date stands in the name of the file alone. Rows are quarters of an hour; the last one
    /// ends at 00:00 of the next day, or at 01:00 where the clocks go forward at midnight; an empty
    /// cell means that nothing was recorded. The columns vary by account: one that never counted
    /// steps has no column for them.
    static let googleFitDay = CSVDialect(
        name: "google-fit",
        title: "a day of a Google Fit Takeout",
        headers: CSVHeaderPattern.parts(.start, .end, .steps)
            + CSVHeaderPattern.parts(.start, .end, .moveMinutes),
        style: CSVSources.Style(defaultName: "google-fit", omitsZeros: true),
        open: { opening in
            guard let (start, end) = times(in: opening) else { return nil }
            let local = LocalHeader(opening.header, requiring: [.start, .end])
            let count = try local?.column(.steps)
            let dates = FileNameDate.dates(in: opening.fileName)
            guard dates.count == 1, let date = dates.first else {
                throw CSVRefusal(
                    "a day of Google Fit has its date only in its name, and this name has "
                        + "\(dates.isEmpty ? "none" : "several"); give it back its name, for "
                        + "example 2026-11-21.csv"
                )
            }
            return GoogleFitRows(opening, date: date, start: start, end: end, count: count)
        }
    )

    /// The columns of the times; nothing when they are not as Google Fit writes them.
    private static func times(in opening: CSVOpening) -> (start: Int, end: Int)? {
        let keys = opening.header.keys
        let isEnglish = ["stepcount", "moveminutescount"].contains(where: keys.contains)
        if isEnglish, let start = opening.header.column("starttime"),
            let end = opening.header.column("endtime"),
            opening.looks(start, { $0.utf8.prefix(3).last == UInt8(ascii: ":") })
        {
            return (start, end)
        }
        // The words of other languages are those of anybody: the places and the milliseconds are
        // the export's.
        let isOwn = Language.allCases.contains { language in
            ColumnWords.keys(of: .start, in: language).contains(keys[0])
                && ColumnWords.keys(of: .end, in: language).contains(keys[1])
        }
        let hasMilliseconds = opening.looks(0) { text in
            let bytes = Array(text.utf8)
            return bytes.count >= 12 && bytes[2] == UInt8(ascii: ":")
                && bytes[8] == UInt8(ascii: ".")
        }
        return isOwn && hasMilliseconds ? (0, 1) : nil
    }
}

/// Reads the quarters of an hour of one day.
struct GoogleFitRows: CSVRowReader {
    /// Half a day, in milliseconds.
    private static let longestRow: Int64 = 12 * 3_600_000

    private let date: CivilDay
    private let start: Int
    private let end: Int
    private let count: Int?
    private let header: CSVHeader
    private var cells: CellReader

    let zone: String

    init(_ opening: CSVOpening, date: CivilDay, start: Int, end: Int, count: Int?) {
        self.date = date
        self.start = start
        self.end = end
        header = opening.header
        self.count = count
        cells = CellReader(opening, times: [], numbers: [count].compactMap { $0 })
        zone = "each time says its own, the date \(date) is that of the file's name"
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case start: "start, time of day"
            case end: "end, time of day"
            case count: "steps"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        guard let count, let steps = try cells.steps(row, count, output) else { return }
        guard let from = try clock(row, start, output), let to = try clock(row, end, output)
        else { return }
        guard let source = output.sources.entry(named: row[row.count]) else {
            return output.report(row, start, header, CSVOutput.Fault.source)
        }
        let (begin, flags) = source.clock.begin(time(from, on: date))
        let (finish, endFlags) = self.end(to, after: begin, clock: source.clock)
        output.take(
            StepReading(
                start: begin,
                end: finish,
                steps: steps,
                line: Int32(clamping: row.line),
                source: source.index,
                flags: flags.joined(with: endFlags)
            ),
            of: row,
            CSVOutput.Columns(header: header, time: end, count: count)
        )
    }

    /// The end of a row: that of the last quarter belongs to the next date, and where the clocks go
    /// forward at midnight it is not 00:00.
    ///
    /// A row that would then last for more than half a day ends before it begins instead.
    private func end(
        _ clock: ClockText.Value,
        after begin: Instant,
        clock wall: WallClock
    ) -> (instant: Instant, flags: TimeFlags) {
        let end = wall.end(time(clock, on: date), notBefore: begin)
        guard end.instant < begin else { return end }
        let next = wall.end(time(clock, on: date.advanced(by: 1)), notBefore: begin)
        return begin.milliseconds(to: next.instant) <= Self.longestRow ? next : end
    }

    private mutating func clock(
        _ row: CSVRow,
        _ column: Int,
        _ output: CSVOutput
    ) throws -> ClockText.Value? {
        guard let clock = ClockText.read(row[column]) else {
            output.report(row, column, header, "is not a time of day")
            return nil
        }
        return try cells.isUsual(clock.offset != nil, row, column, output) ? clock : nil
    }

    private func time(_ clock: ClockText.Value, on day: CivilDay) -> TimeText.Time {
        TimeText.Time(midnight: Int64(day.daysSinceEpoch) * 86_400_000, clock, form: .yearFirst)
    }
}
