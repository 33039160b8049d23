internal import Model

extension CSVDialect {
    /// The counts of an ActiGraph as ActiLife exports them (FORMATS.md §1.15).
    ///
    ///     ------------ Data File Created By ActiGraph wGT3XPlus … date format M/d/yyyy … ------
    ///     Serial Number: CLE2A2123456
    ///     Start Time 09:00:00
    ///     Start Date 8/26/2013
    ///     Epoch Period (hh:mm:ss) 00:00:15
    ///     …
    ///     Current Battery Voltage: 4.03     Mode = 13
    ///     --------------------------------------------------
    ///     0,0,0,0
    ///
    /// A row is an epoch. Without a header the mode tells what its columns are, and its number
    /// tells its time; else `Date, Time, Axis1,…` or a `TimeStamp` of ISO 8601 do. Times are the
    /// device's, local when it was started, and run on from there.
    static let actiGraph = CSVDialect(
        name: "actigraph",
        title: "the counts of an ActiGraph",
        headers: [],
        style: CSVSources.Style(defaultName: "actigraph", kind: .watch),
        preamble: ActiGraphPreamble.table,
        open: { opening in
            let preamble = try ActiGraphPreamble(opening.preamble)
            if !opening.hasHeader { try preamble.checkMode(opening) }
            return try ActiGraphRows(opening, preamble)
        }
    )
}

/// What the lines before an ActiGraph's counts say.
struct ActiGraphPreamble {
    /// The columns of the modes whose steps are known to stand there.
    ///
    /// Mode 13 was read in a real file (its fourth column), and those of 61 stand in this order
    /// under the headers of files of that mode.
    private static let columns: [Int: [String]] = [
        13: ["Axis1", "Axis2", "Axis3", "Steps"],
        61: [
            "Axis1", "Axis2", "Axis3", "Steps", "Lux", "Inclinometer Off",
            "Inclinometer Standing", "Inclinometer Sitting", "Inclinometer Lying",
        ],
    ]

    /// The device.
    let serial: String
    /// How long an epoch is, in milliseconds; at most a day.
    let epoch: Int64
    /// The order of day and month; nothing when the first line does not say it.
    let order: DateOrder?
    /// When the device began, on its clock; nothing when no order of day and month fits both dates.
    let start: Int64?
    private let mode: Int?
    /// The dates and their form as they stand there, for messages.
    private let dates: String

    /// Reads the lines.
    ///
    /// - Throws: `CSVRefusal` when the length of an epoch is missing or none.
    init(_ lines: [String]) throws(CSVRefusal) {
        serial = Self.value("Serial Number:", in: lines) ?? ""
        mode = lines.compactMap(Self.mode).first
        let form = Self.form(of: lines.first { !$0.isEmpty } ?? "")
        order = Self.order(of: form)
        let startDate = Self.value("Start Date", in: lines) ?? ""
        let download = Self.value("Download Date", in: lines) ?? ""
        dates =
            "\(ShownText.quoted(form.utf8)) for \(ShownText.quoted(startDate.utf8)) and "
            + ShownText.quoted(download.utf8)
        var reader = TimeText(order: order)
        let clock = Self.value("Start Time", in: lines).flatMap { text in
            Self.read(text) { ClockText.read($0) }
        }
        if case .time(let date) = Self.read(startDate, { reader.read($0) }), date.kind == .date,
            let clock, clock.offset == nil,
            download.isEmpty || Self.isDate(Self.read(download, { reader.read($0) }))
        {
            start = date.milliseconds + clock.millisecond
        } else {
            start = nil
        }
        let period = Self.value("Epoch Period (hh:mm:ss)", in: lines) ?? ""
        guard case .length(let epoch) = Self.read(period, { DurationText.read($0) }),
            (0...86_400_000).contains(epoch)
        else {
            throw CSVRefusal(
                "the lines before the counts of this ActiGraph file do not say how long an epoch "
                    + "is; export it from ActiLife with them"
            )
        }
        guard epoch > 0 else {
            throw CSVRefusal(
                "this ActiGraph file holds raw acceleration and no steps; export it from ActiLife "
                    + "as counts of epochs with steps"
            )
        }
        self.epoch = epoch
    }

    /// When the device began, on its clock.
    ///
    /// - Throws: `CSVRefusal` when that cannot be told for certain.
    func certainStart() throws(CSVRefusal) -> Int64 {
        if let start { return start }
        throw CSVRefusal(
            "when this ActiGraph began cannot be told: its file gives the date format \(dates) as "
                + "the dates of start and download; export it from ActiLife anew"
        )
    }

    /// Checks that the columns of a table without a header are known.
    func checkMode(_ opening: CSVOpening) throws(CSVRefusal) {
        guard let mode, let columns = Self.columns[mode] else {
            let shown = mode.map { "mode \($0)" } ?? "no mode"
            throw CSVRefusal(
                "this ActiGraph file has no header and \(shown), of which it is not known in what "
                    + "column the steps are; export it from ActiLife with column headers"
            )
        }
        guard let row = opening.samples.first, row.count != columns.count else { return }
        throw CSVRefusal(
            "this ActiGraph file has no header and \(row.count) columns, where those of mode "
                + "\(mode) have \(columns.count); export it from ActiLife with column headers"
        )
    }

    private static func isDate(_ value: TimeText.Value) -> Bool {
        if case .time(let time) = value { time.kind == .date } else { false }
    }

    private static func read<Value>(
        _ text: String,
        _ body: (UnsafeBufferPointer<UInt8>) -> Value
    ) -> Value {
        Array(text.utf8).withUnsafeBufferPointer(body)
    }
}

// MARK: - Lines

extension ActiGraphPreamble {
    /// The table behind the preamble; nothing when the first line is not one of ActiLife.
    static func table(in head: CSVHead) throws(CSVRefusal) -> CSVHead.Candidate? {
        let first = head.firstLine.lowercased()
        guard first.contains("created by actigraph"), first.hasPrefix("---") else { return nil }
        let tables = head.tables.compactMap { table in
            end(of: table).map { (table: table, end: $0) }
        }
        // The data alone tell what stands between their cells.
        let widest = tables.max {
            (width($0), $1.table.delimiter) < (width($1), $0.table.delimiter)
        }
        guard let (table, end) = widest else {
            throw CSVRefusal(
                "this ActiGraph file lacks the line of dashes before its counts; export it from "
                    + "ActiLife anew"
            )
        }
        let row = table.rows.dropFirst(end + 1).first ?? []
        // Counts begin with a digit, headings with a letter.
        let hasHeader = row.first?.contains(where: \.isLetter) ?? false
        let lines = table.lines(end)
        return CSVHead.Candidate(
            delimiter: table.delimiter,
            rowIndex: hasHeader ? end + 1 : end,
            header: CSVHeader(hasHeader ? row : names(lines)),
            samples: table.samples(behind: hasHeader ? end + 1 : end),
            firstLine: head.firstLine,
            preamble: lines,
            isInFile: hasHeader
        )
    }

    private static func width(_ table: (table: CSVHead.Table, end: Int)) -> Int {
        table.table.rows.dropFirst(table.end + 1).first?.count ?? 0
    }

    /// The row of dashes that ends the preamble.
    private static func end(of table: CSVHead.Table) -> Int? {
        let lines = table.lines(CSVHead.preambleRows)
        return lines.indices.first { index in
            index > 0 && lines[index].utf8.count >= 10
                && lines[index].utf8.allSatisfy { $0 == UInt8(ascii: "-") }
        }
    }

    /// The names of the columns where the file has none.
    private static func names(_ lines: [String]) -> [String] {
        lines.compactMap(mode).first.flatMap { columns[$0] } ?? ["?", "?"]
    }

    private static func value(_ name: String, in lines: [String]) -> String? {
        for line in lines where line.hasPrefix(name) {
            return trimmed(line.dropFirst(name.count))
        }
        return nil
    }

    /// The number behind `Mode =`.
    private static func mode(_ line: String) -> Int? {
        guard let sign = line.firstRange(of: "Mode =") else { return nil }
        return Int(trimmed(line[sign.upperBound...]))
    }

    /// What stands behind `date format` in the first line: `M/d/yyyy`.
    private static func form(of line: String) -> String {
        guard let words = line.firstRange(of: "date format ") else { return "" }
        return String(line[words.upperBound...].prefix { $0 != " " })
    }

    private static func order(of form: String) -> DateOrder? {
        switch form.first {
        case "M", "m": .monthFirst
        case "d", "D": .dayFirst
        default: nil
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        let first = text.drop { $0.isWhitespace }
        let last = first.lastIndex { !$0.isWhitespace }
        return last.map { String(first[...$0]) } ?? ""
    }
}
