internal import Model

extension CSVDialect {
    /// The days of Samsung Health, `com.samsung.shealth.step_daily_trend.….csv` (FORMATS.md §1.5).
    ///
    ///     com.samsung.shealth.step_daily_trend,62920010,4
    ///     binning_data,update_time,…,source_type,count,…,deviceuuid,…,day_time
    ///     …,-2,7012,…,VfS0qUERdZ,…,1579737600000
    ///
    /// `source_type` -2 is the sum of all devices without double counts (D); on a day that has it the
    /// rows of single devices are passed over.
    static let samsungTrend = samsungDays(
        name: "samsung-health-trend",
        title: "the days of Samsung Health (step_daily_trend)",
        header: SamsungColumns.pattern("source_type", "count", "deviceuuid", "day_time"),
        count: "count",
        isOwn: { SamsungColumns.isTable("step_daily_trend", $0) }
    )

    /// The days of the pedometer of Samsung Health, `….tracker.pedometer_day_summary.….csv`.
    ///
    ///     …,run_step_count,…,walk_step_count,…,step_count,…,active_time,…,day_time
    static let samsungPedometerDays = samsungDays(
        name: "samsung-health-pedometer-days",
        title: "the days of Samsung Health (pedometer_day_summary)",
        header: SamsungColumns.pattern("step_count", "walk_step_count", "day_time"),
        count: "step_count"
    )

    /// The days of activity of Samsung Health, `….activity.day_summary.….csv`.
    ///
    ///     step_count,active_time,calorie,…,run_time,walk_time,…,day_time,datauuid,
    ///     2803,1632770,90.01783,…,1400,1631370,…,2018-11-28 00:00:00.000,…,
    ///
    /// A row with nothing but its day says that nothing was recorded.
    static let samsungActivityDays = samsungDays(
        name: "samsung-health-activity-days",
        title: "the days of Samsung Health (activity.day_summary)",
        header: SamsungColumns.pattern("step_count", "walk_time", "day_time"),
        count: "step_count"
    )

    private static func samsungDays(
        name: String,
        title: String,
        header pattern: CSVHeaderPattern,
        count: String,
        isOwn: @escaping @Sendable (CSVOpening) -> Bool = { _ in true }
    ) -> CSVDialect {
        CSVDialect(
            name: name,
            title: title,
            headers: [pattern],
            style: .samsungHealth,
            open: { opening in
                let header = opening.header
                guard isOwn(opening), let date = try SamsungColumns.column("day_time", in: header),
                    let count = try SamsungColumns.column(count, in: header)
                else { return nil }
                return try SamsungDayRows(
                    opening,
                    date: date,
                    count: count,
                    device: try SamsungColumns.column("deviceuuid", in: header),
                    kind: try SamsungColumns.column("source_type", in: header)
                )
            }
        )
    }
}

/// Reads one day a row: of a device, or of all of them.
struct SamsungDayRows: CSVRowReader {
    private static let day: Int64 = 86_400_000
    /// More days than ten people live.
    private static let mostDays = 366_000

    private let date: Int
    private let count: Int
    private let device: Int?
    private let kind: Int?
    private let header: CSVHeader
    private var cells: CellReader
    private var days: DayTotals
    /// The midnights of the days that have a row of all devices.
    private var whole: Set<Int64> = []

    let zone = "dates as they stand, never converted"

    init(_ opening: CSVOpening, date: Int, count: Int, device: Int?, kind: Int?) throws {
        self.date = date
        self.count = count
        self.device = device
        self.kind = kind
        header = opening.header
        cells = CellReader(opening, times: [date], numbers: [count])
        let places = CSVOutput.Columns(header: header, time: date, count: count)
        days = DayTotals(places, repeats: .larger)
        try findWholeDays(opening)
    }

    mutating func lose(_ row: CSVRow) throws {
        guard kind != nil else { return }
        throw CSVRefusal(
            Problem(
                at: row.place,
                "this row is damaged, and it may be the day of all devices together, for which the "
                    + "rows of single devices must not be taken; export the file again"
            )
        )
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case date: "date"
            case count: "steps"
            case device: "source"
            case kind: "whether it is of one device or of all"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        // A kind is a small whole number; a row with another may be that of all devices.
        if let kind, !Self.isWholeNumber(row[kind]) { try lose(row) }
        let isWhole = isOfAllDevices(row)
        let before = output.problems.count
        guard let steps = try cells.steps(row, count, output),
            let time = try cells.time(row, date, output)
        else {
            if output.problems.count > before { try lose(row) }
            return
        }
        // An epoch, too, stands for the date that it has in UTC.
        guard time.milliseconds % Self.day == 0 else {
            let fault = "is not the midnight that stands for a date"
            return output.report(row, date, header, fault)
        }
        if !isWhole, whole.contains(time.milliseconds) { return output.passOver() }
        let midnight = TimeText.Time(
            milliseconds: time.milliseconds,
            kind: .date,
            form: time.form
        )
        try days.take(
            steps,
            on: midnight,
            source: isWhole ? nil : device,
            of: row,
            into: output
        )
    }

    private static func isWholeNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let digits = cell.first == UInt8(ascii: "-") ? cell.dropFirst() : cell[...]
        return (1...9).contains(digits.count) && digits.allSatisfy { $0.isDigit }
    }

    private func isOfAllDevices(_ row: CSVRow) -> Bool {
        guard let kind else { return false }
        return row[kind].elementsEqual("-2".utf8)
    }

    private mutating func findWholeDays(_ opening: CSVOpening) throws {
        guard kind != nil else { return }
        var found: Set<Int64> = []
        var times = TimeText()
        try opening.file.forEachRow { row in
            guard row.fault == nil, header.fits(row), isOfAllDevices(row),
                case .time(let time) = times.read(row[date]),
                case .count = CountText.read(row[count], .decimalPoint)
            else { return true }
            found.insert(time.milliseconds)
            return found.count < Self.mostDays
        }
        whole = found
    }
}
