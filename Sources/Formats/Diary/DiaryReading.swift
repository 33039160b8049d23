internal import Model

/// A diary on its way from rows to entries: pain, flags, words about the plan, walks (PLAN.md §3).
///
/// Every line stands for itself; one that is not understood is a problem with its place, and the
/// others are taken. A line whose time lies too far ahead is refused for now and kept, as readings
/// in the future are: it counts once its time has come.
struct DiaryReading {
    /// Three a day for a lifetime make 80 000; a file with more is no person's.
    static let mostEntries = 250_000

    private let file: CSVFile
    private let header: CSVHeader
    private let columns: DiaryColumns
    private let sink: any ReadingSink
    private let limits: Plausibility
    private let source: SourceIndex
    private var times: DiaryTimes

    private(set) var problems = ProblemList()
    /// The lines that count, and those that wait until their time is near.
    private(set) var taken = 0
    private(set) var tooLate = 0
    private var firstTooLate: Instant?
    /// The place of the last line when it has no line end.
    private(set) var openLine: TextPlace?

    /// Starts reading a file whose header was found.
    ///
    /// - Throws: `CSVRefusal` when the sink takes no source.
    init(
        _ file: CSVFile,
        _ header: CSVHeader,
        _ columns: DiaryColumns,
        _ context: FileContext,
        _ sink: any ReadingSink
    ) throws(CSVRefusal) {
        self.file = file
        self.header = header
        self.columns = columns
        self.sink = sink
        limits = context.plausibility
        times = DiaryTimes(file, column: columns.time, home: context.home)
        guard let source = sink.index(of: Source(name: DiaryLayout.dialect, kind: .declared))
        else { throw CSVRefusal("there is no room for one more source") }
        self.source = source
    }

    /// Reads all lines.
    ///
    /// - Throws: `CSVRefusal` when the file is beyond all measure, or what the source throws.
    mutating func run() throws {
        let file = file
        try file.forEachRow { row in
            openLine = row.isTerminated ? nil : row.place
            if !row.isEmpty { try take(row) }
            return true
        }
    }

    /// The report, without what the text itself tells.
    var report: FormatReport {
        let outcome: FileOutcome =
            problems.isEmpty ? .taken : taken > 0 ? .partly : .refused
        var report = FormatReport(
            dialect: DiaryLayout.dialect,
            outcome: outcome,
            problems: problems
        )
        report.isOnlyImplausible = outcome == .refused && tooLate > 0
        report.readAgain = firstTooLate.map { $0.advanced(by: -Plausibility.spread) }
        report.openLine = openLine
        report.zone = "each time says its own; without one it is that of the home zone"
        report.columns = header.words.prefix(header.width).enumerated().map { index, word in
            ColumnMeaning(name: word, meaning: columns.meaning(of: index))
        }
        return report
    }

    // MARK: - One line

    private mutating func take(_ row: CSVRow) throws {
        guard hasSoundCells(row), let time = try time(of: row), let content = content(of: row)
        else { return }
        if let objection = limits.objection(to: time) {
            guard objection == .tooLate else {
                return report(row, columns.time, "\(objection)")
            }
            tooLate += 1
            firstTooLate = min(firstTooLate ?? time, time)
            report(row, columns.time, "lies in the future; it counts when its time has come")
        } else {
            taken += 1
        }
        guard taken + tooLate <= Self.mostEntries else {
            throw CSVRefusal("it has more than \(Self.mostEntries) entries")
        }
        give(DiaryEntry(time: time, content: content), line: row.line)
    }

    private func give(_ entry: DiaryEntry, line: Int) {
        sink.take(diary: [entry])
        guard case .walk(let minutes) = entry.content else { return }
        let length = Milliseconds.minutes(Int64(minutes))
        let walk = DeclaredReading(
            start: entry.time.advanced(by: -length.count),
            end: entry.time,
            moving: length,
            steps: nil,
            line: Int32(clamping: line),
            source: source
        )
        sink.take(declared: [walk])
    }

    private mutating func time(of row: CSVRow) throws -> Instant? {
        switch try times.read(row[columns.time]) {
        case .instant(let instant): return instant
        case .fault(let fault):
            report(row, columns.time, fault)
            return nil
        }
    }

    private mutating func content(of row: CSVRow) -> DiaryContent? {
        do throws(DiaryMistake) {
            return try DiaryContent(
                word: text(row[columns.entry]),
                value: text(row[columns.value])
            )
        } catch {
            report(row, error == .entry ? columns.entry : columns.value, error.clause)
            return nil
        }
    }

    /// The text of a cell; of a long one enough to see that it is no word.
    private func text(_ cell: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: cell.prefix(64), as: UTF8.self)
    }

    private mutating func hasSoundCells(_ row: CSVRow) -> Bool {
        switch row.fault {
        case .textAfterQuote(let cell):
            report(row, cell, "has text behind its closing quote")
            return false
        case .unclosedQuote(let cell):
            report(row, cell, "begins with a quote that never closes")
            return false
        case nil: break
        }
        // A note may be left out, with its delimiter too.
        // People also put empty cells behind it.
        if row.count >= columns.needed,
            (min(header.width, row.count)..<row.count).allSatisfy({ row[$0].isEmpty })
        {
            return true
        }
        let count = row.count == 1 ? "1 cell" : "\(row.count) cells"
        let advice = row.count > header.width ? "; put a note with such signs in quotes" : ""
        problems.append(
            Problem(at: row.place, "the line has \(count), the header \(header.width)\(advice)")
        )
        return false
    }

    private mutating func report(_ row: CSVRow, _ column: Int, _ fault: String) {
        let message = CSVOutput.message(row, column, header, fault)
        problems.append(Problem(at: row.place(of: column), message))
    }
}
