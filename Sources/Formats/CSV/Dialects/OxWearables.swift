internal import Model

extension CSVDialect {
    /// The steps of windows of ten seconds by OxWearables' stepcount (FORMATS.md §1.15).
    ///
    ///     time,Steps
    ///     2014-05-07 13:29:50,12.0
    static let oxWearablesSteps = CSVDialect(
        name: "oxwearables-steps",
        title: "the steps of OxWearables stepcount",
        headers: [.whole("time", "Steps")],
        style: OxWearables.style,
        open: { opening in
            // Anybody may head a table so: only its rhythm shows that the rows are windows.
            guard opening.header.words == ["time", "Steps"],
                OxWearables.length(of: opening, column: 0) == 10_000
            else { return nil }
            try OxWearables.refuseImputed(opening)
            return OxWearablesWindows(opening, person: nil, time: 0, count: 1, length: 10_000)
        }
    )

    /// The minutes or hours of OxWearables' stepcount, `…-Minutely.csv` and `…-Hourly.csv`.
    ///
    ///     Filename,Time,Steps,ENMO(mg)
    ///     sample.cwa,2014-05-07 13:31:00,104.0,92.5
    static let oxWearablesWindows = CSVDialect(
        name: "oxwearables-minutes",
        title: "the minutes or hours of OxWearables stepcount",
        headers: [.part("Filename", "Time", "Steps")],
        style: OxWearables.style,
        open: { opening in
            try OxWearables.refuseImputed(opening)
            guard let person = opening.header.column("filename"),
                let time = opening.header.column("time"),
                let count = opening.header.column("steps")
            else { return nil }
            let length = OxWearables.length(of: opening, column: time)
            guard opening.samples.isEmpty || length == 60_000 || length == 3_600_000 else {
                throw CSVRefusal(
                    "the first rows of this OxWearables table do not follow one another by a "
                        + "minute or by an hour, so it is not known how long each is; give the whole file"
                )
            }
            return OxWearablesWindows(
                opening,
                person: person,
                time: time,
                count: count,
                length: length ?? 60_000
            )
        }
    )

    /// The days of OxWearables' stepcount, `…-Daily.csv`.
    ///
    ///     Filename,Date,Walk(mins),Steps,…
    static let oxWearablesDays = CSVDialect(
        name: "oxwearables-days",
        title: "the days of OxWearables stepcount",
        headers: [.part("Filename", "Date", "Steps")],
        style: OxWearables.style,
        open: { opening in
            try OxWearables.refuseImputed(opening)
            guard let person = opening.header.column("filename"),
                let date = opening.header.column("date"),
                let count = opening.header.column("steps")
            else { return nil }
            return OxWearablesDays(opening, person: person, date: date, count: count)
        }
    )

    /// The bouts of walking of OxWearables' stepcount, `…-Bouts.csv`.
    ///
    ///     Filename,StartTime,EndTime,Duration(mins),TimeSinceLast(mins),Steps,…
    static let oxWearablesBouts = CSVDialect(
        name: "oxwearables-bouts",
        title: "the bouts of OxWearables stepcount",
        headers: [.part("Filename", "StartTime", "Duration", "Steps")],
        style: OxWearables.style,
        open: { opening in
            try OxWearables.refuseImputed(opening)
            let header = opening.header
            guard let person = header.column("filename"), let start = header.column("starttime"),
                let length = header.column("duration"), header.units[length] == "mins",
                let count = header.column("steps")
            else { return nil }
            return OxWearablesBouts(
                opening,
                person: person,
                start: start,
                length: length,
                count: count
            )
        }
    )
}

/// What the files of stepcount have in common: local times, counts that a model estimated, and one
/// recording each.
enum OxWearables {
    static let style = CSVSources.Style(defaultName: "oxwearables", kind: .watch)

    /// How far apart the first rows are, in milliseconds; nothing when they differ or are too few.
    static func length(of opening: CSVOpening, column: Int) -> Int64? {
        var reader = TimeText()
        var times: [Int64] = []
        for text in opening.samples(of: column) {
            let value = Array(text.utf8).withUnsafeBufferPointer { reader.read($0) }
            guard case .time(let time) = value, time.kind == .wall else { return nil }
            times.append(time.milliseconds)
        }
        let lengths = zip(times.dropFirst(), times).map { $0 - $1 }
        guard let first = lengths.first, lengths.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    /// Refuses files in which time without the device is filled with what other days held.
    ///
    /// Their columns are those of the others, so only the name tells.
    static func refuseImputed(_ opening: CSVOpening) throws(CSVRefusal) {
        guard opening.fileName.contains("adjusted") else { return }
        throw CSVRefusal(
            "this OxWearables table has steps filled in where nobody wore the device, as its name "
                + "says; drop the one without \"Adjusted\" instead"
        )
    }

    /// Takes the steps of so many milliseconds from a local time on.
    static func take(
        _ steps: Int32,
        from begin: TimeText.Time,
        lasting length: Int64,
        of row: CSVRow,
        _ places: CSVOutput.Columns,
        _ output: CSVOutput
    ) {
        guard let source = output.sources.entry(named: row[row.count]) else {
            return output.report(row, places.time, places.header, CSVOutput.Fault.source)
        }
        let (start, flags) = source.clock.begin(begin)
        output.take(
            steps,
            from: start,
            to: start.advanced(by: length),
            flags: flags,
            by: source,
            of: row,
            places
        )
    }

    /// The steps in a cell, a fraction rounded half up, since they are estimates; nothing when none
    /// were recorded, or when it is a problem, now reported.
    static func steps(
        _ row: CSVRow,
        _ column: Int,
        _ header: CSVHeader,
        _ output: CSVOutput
    ) -> Int32? {
        if CountText.isNothing(row[column]) { return nil }
        guard let count = DecimalNumber.scaled(row[column].span, decimals: 0), count >= 0 else {
            output.report(row, column, header, CSVOutput.Fault.steps)
            return nil
        }
        guard let steps = Int32(exactly: count) else {
            output.report(row, column, header, CSVOutput.Fault.tooLarge)
            return nil
        }
        return steps
    }
}

/// Checks that all rows of a file are of one recording, and so of one person.
struct OxWearablesPerson {
    private let column: Int?
    private let header: CSVHeader
    private var name: [UInt8]?

    init(_ column: Int?, _ header: CSVHeader) {
        self.column = column
        self.header = header
    }

    /// Looks at the recording of a row.
    ///
    /// - Throws: `CSVRefusal` at the first row of another one.
    mutating func check(_ row: CSVRow) throws(CSVRefusal) {
        guard let column else { return }
        guard let name else { return name = Array(row[column]) }
        guard !row[column].elementsEqual(name) else { return }
        let fault =
            "is another recording than that of the rows above, perhaps another person's; "
            + "split the file"
        let message = CSVOutput.message(row, column, header, fault)
        throw CSVRefusal(Problem(at: row.place(of: column), message))
    }
}
