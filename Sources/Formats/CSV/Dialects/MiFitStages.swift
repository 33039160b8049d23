internal import Model

extension CSVDialect {
    /// The stretches of activity of Mi Fit, Zepp Life and Amazfit, `ACTIVITY_STAGE_….csv`
    /// (FORMATS.md §1.9).
    ///
    ///     date,start,stop,distance,calories,steps
    ///     2020-08-28,10:17,10:37,128,4,186
    ///
    /// Local time without a zone; newer files write start and stop in full. The same steps as in the
    /// minutes, under the same source, so that the minutes hold where there are any.
    static let miFitStages = CSVDialect(
        name: "mi-fit-stages",
        title: "the stretches of Mi Fit or Zepp Life (ACTIVITY_STAGE)",
        headers: [.part("date", "start", "stop", "steps")],
        style: .miFit,
        open: { opening in
            let header = opening.header
            guard let date = header.column("date"), let start = header.column("start"),
                let stop = header.column("stop"), let count = header.column("steps")
            else { return nil }
            return MiFitStageRows(opening, date: date, start: start, stop: stop, count: count)
        }
    )
}

/// Reads one stretch a row.
struct MiFitStageRows: CSVRowReader {
    /// A stretch that seems longer than half a day ends before it begins instead.
    private static let longest: Int64 = 12 * 3_600_000
    private static let day: Int64 = 86_400_000

    private let date: Int
    private let start: Int
    private let stop: Int
    private let count: Int
    private let header: CSVHeader
    private let places: CSVOutput.Columns
    private var cells: CellReader
    private var moments = TimeText()

    let zone: String

    init(_ opening: CSVOpening, date: Int, start: Int, stop: Int, count: Int) {
        self.date = date
        self.start = start
        self.stop = stop
        self.count = count
        header = opening.header
        places = CSVOutput.Columns(header: header, time: stop, count: count)
        cells = CellReader(opening, times: [date], numbers: [count])
        zone = "local time, \(opening.context.home.first.name)"
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case date: "date"
            case start: "start"
            case stop: "end"
            case count: "steps"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        guard let steps = try cells.steps(row, count, output),
            let day = try cells.time(row, date, output)
        else { return }
        guard day.kind == .date else {
            return output.report(row, date, header, "is not the date of a day")
        }
        guard let from = moment(row, start, on: day, output),
            let to = moment(row, stop, on: day, output)
        else { return }
        guard from.isClock || from.time.kind == .instant || from.time.day == day.day else {
            return output.report(row, start, header, "is not on the date of its row")
        }
        guard let source = output.sources.entry(named: row[row.count]) else {
            return output.report(row, date, header, CSVOutput.Fault.source)
        }
        let (begin, flags) = source.clock.begin(from.time)
        let (end, endFlags) = Self.end(to, after: from, begin, source.clock)
        output.take(
            steps,
            from: begin,
            to: end,
            flags: flags.joined(with: endFlags),
            by: source,
            of: row,
            places
        )
    }

    /// Where a stretch ends: past midnight on the next date; one inside a single minute fills it.
    private static func end(
        _ to: Moment,
        after from: Moment,
        _ begin: Instant,
        _ clock: WallClock
    ) -> (Instant, TimeFlags) {
        if to.time == from.time { return (begin.advanced(by: 60_000), .none) }
        let next = to.time.milliseconds + day
        if to.isClock, to.time.milliseconds < from.time.milliseconds,
            next - from.time.milliseconds <= longest
        {
            let time = TimeText.Time(milliseconds: next, kind: to.time.kind, form: to.time.form)
            return clock.end(time, notBefore: begin)
        }
        return clock.end(to.time, notBefore: begin)
    }

    /// A time, and whether it had to be put to the date of its row.
    private struct Moment {
        let time: TimeText.Time
        let isClock: Bool
    }

    private mutating func moment(
        _ row: CSVRow,
        _ column: Int,
        on day: TimeText.Time,
        _ output: CSVOutput
    ) -> Moment? {
        if let clock = ClockText.read(row[column]) {
            let time = TimeText.Time(midnight: day.milliseconds, clock, form: day.form)
            return Moment(time: time, isClock: true)
        }
        if case .time(let time) = moments.read(row[column]), time.kind != .date {
            return Moment(time: time, isClock: false)
        }
        output.report(row, column, header, "is not a time of day")
        return nil
    }
}
