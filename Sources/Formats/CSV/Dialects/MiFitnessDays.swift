internal import Model

extension CSVDialect {
    /// The summaries of Xiaomi's Mi Fitness, `…_hlth_center_aggregated_fitness_data.csv`
    /// (FORMATS.md §1.10).
    ///
    ///     Uid,Sid,Tag,Key,Time,Value,UpdateTime
    ///     1,x,daily_report,steps,1609801200,"{""steps"":3650,…}",1609888000
    ///
    /// Reports of days under `daily_report`. The time is the midnight with which the day begins; one
    /// that is no midnight of the home zone is of no day of it.
    static let miFitnessDays = CSVDialect(
        name: "mi-fitness-days",
        title: "the days of Mi Fitness",
        headers: [.part("Uid", "Sid", "Tag", "Key", "Time", "Value", "UpdateTime")],
        style: .miFitness,
        open: { opening in
            guard let columns = try MiFitnessColumns(opening),
                let tag = opening.header.column("tag")
            else { return nil }
            return MiFitnessDayRows(opening, columns, tag: tag)
        }
    )
}

/// Reads one report of a day a row.
struct MiFitnessDayRows: CSVRowReader {
    private let columns: MiFitnessColumns
    private let tag: Int
    private let header: CSVHeader
    private let home: HomeZones
    private var cells: CellReader
    private var days: DayTotals
    private var value = CellObject(["steps"])

    let zone: String

    init(_ opening: CSVOpening, _ columns: MiFitnessColumns, tag: Int) {
        self.columns = columns
        self.tag = tag
        header = opening.header
        home = opening.context.home
        cells = CellReader(opening, times: [columns.time], numbers: [])
        let places = CSVOutput.Columns(header: header, time: columns.time, count: columns.value)
        days = DayTotals(places, repeats: .larger)
        zone = "days of \(opening.context.home.first.name)"
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case columns.source: "source"
            case columns.key: "kind of record"
            case tag: "kind of summary"
            case columns.time: "midnight of a day"
            case columns.value: "steps"
            default: "not used"
            }
        }
    }

    var emptiness: String { "none of its records is one of the steps of a day" }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        guard columns.isKey("steps", row), row[tag].elementsEqual("daily_report".utf8) else {
            if columns.hasKey(row), row[tag].first.map(MiFitnessColumns.isLetter) ?? true {
                return output.passOver()
            }
            return output.report(row, columns.key, header, "is no kind of record")
        }
        guard let time = try columns.milliseconds(row, &cells, output) else { return }
        guard let date = date(of: time) else {
            let fault = "is no midnight of the home zone, so that its day is not one of it"
            return output.report(row, columns.time, header, fault)
        }
        guard let steps = steps(row, output) else { return }
        try days.take(
            steps,
            on: date,
            source: columns.source,
            hint: columns.kind(row),
            of: row,
            into: output
        )
    }

    private func date(of time: Int64) -> TimeText.Time? {
        let instant = Instant(milliseconds: time)
        let day = home.day(at: instant)
        guard home.range(of: day).lowerBound == instant else { return nil }
        let midnight = Int64(day.daysSinceEpoch) * 86_400_000
        return TimeText.Time(milliseconds: midnight, kind: .date, form: .epochSeconds)
    }

    private mutating func steps(_ row: CSVRow, _ output: CSVOutput) -> Int32? {
        guard value.read(row[columns.value]) else {
            output.report(row, columns.value, header, "is not the JSON of a record")
            return nil
        }
        if value[0].isUnrecorded { return nil }
        guard let count = value[0].wholeNumber, let steps = Int32(exactly: count) else {
            output.report(row, columns.value, header, "has no whole number of steps in it")
            return nil
        }
        return steps
    }
}
