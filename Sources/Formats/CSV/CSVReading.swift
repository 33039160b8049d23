internal import Model

/// One file on its way from text to readings.
struct CSVReading {
    private let source: any ByteSource
    private let scan: TextScan
    private let context: FileContext
    private let sink: any ReadingSink

    /// How much of a file is looked at for its header; twelve lines of the widest export fit.
    private static let headLength = 65_536

    init(
        _ source: any ByteSource,
        _ scan: TextScan,
        _ context: FileContext,
        _ sink: any ReadingSink
    ) {
        self.source = source
        self.scan = scan
        self.context = context
        self.sink = sink
    }

    /// Recognises the file and reads it.
    func run() throws -> FormatReport {
        let prefix = try TextReader(source, encoding: scan.encoding).prefix(Self.headLength)
        if let report = Self.reportOfNothing(prefix, scan) { return report }
        let head = CSVHead(prefix, isWhole: prefix.count < Self.headLength)
        if let (candidate, columns) = head.diary { return try read(candidate, columns) }
        let match = try CSVDialects.match(head, opening)
        do {
            try Self.checkNames(match)
            return try read(match)
        } catch var refusal as CSVRefusal {
            refusal.dialect = match.dialect.name
            throw refusal
        }
    }

    private func opening(_ candidate: CSVHead.Candidate) -> CSVOpening {
        CSVOpening(
            header: candidate.header,
            delimiter: candidate.delimiter,
            samples: candidate.samples,
            firstLine: candidate.firstLine,
            preamble: candidate.preamble,
            hasHeader: candidate.isInFile,
            context: context,
            file: CSVFile(
                source,
                encoding: scan.encoding,
                delimiter: candidate.delimiter,
                headerIndex: candidate.rowIndex
            )
        )
    }

    private func read(_ match: CSVDialects.Match) throws -> FormatReport {
        let sources = CSVSources(sink, context: context, style: match.dialect.style)
        let output = CSVOutput(sink, context: context, sources: sources)
        let openLine = try read(match.reader, match.candidate, into: output)
        var report = Self.report(output, match)
        report.openLine = openLine
        let header = match.candidate.header
        report.zone = match.reader.zone
        report.columns = zip(header.words, match.reader.meanings).prefix(header.width)
            .map(ColumnMeaning.init)
        return try finished(report)
    }

    /// Reads a diary, which has entries instead of readings.
    private func read(
        _ candidate: CSVHead.Candidate,
        _ columns: DiaryColumns
    ) throws -> FormatReport {
        do {
            let file = opening(candidate).file
            var diary = try DiaryReading(file, candidate.header, columns, context, sink)
            try diary.run()
            return try finished(diary.report)
        } catch var refusal as CSVRefusal {
            refusal.dialect = DiaryLayout.dialect
            throw refusal
        }
    }

    /// A report with what the text itself tells.
    private func finished(_ report: FormatReport) throws -> FormatReport {
        var report = report
        report.endsEarly = report.openLine != nil || !scan.isLastLineEnded
        report.encoding = scan.encoding.name
        report.problems = try TextPlaces(source, encoding: scan.encoding)
            .translate(report.problems)
        return report
    }

    /// Reads all rows.
    ///
    /// - Returns: the place of the last one when it has no line end.
    private func read(
        _ reader: some CSVRowReader,
        _ candidate: CSVHead.Candidate,
        into output: CSVOutput
    ) throws -> TextPlace? {
        let header = candidate.header
        // Opened once a file and not once a row.
        var reader = reader
        var openLine: TextPlace?
        try opening(candidate).file.forEachRow { row in
            openLine = row.isTerminated ? nil : row.place
            // A blank row has one cell, a header two at least.
            guard row.fault == nil, header.fits(row) else {
                try Self.takeOther(row, header, &reader, output)
                return true
            }
            try reader.take(row, into: output)
            return true
        }
        reader.finish(into: output)
        output.finish()
        return openLine
    }

    /// Looks whether a column that is used has a name of its own.
    ///
    /// - Throws: `CSVRefusal` when another column bears the name too.
    private static func checkNames(_ match: CSVDialects.Match) throws(CSVRefusal) {
        let header = match.candidate.header
        let meanings = match.reader.meanings
        let repeated = match.dialect.repeatedNames
        for column in 0..<header.width
        where meanings[column] != "not used" && !repeated.contains(header.keys[column]) {
            // `Time` and `Time (approx)` are two names, which a dialect can tell apart.
            let twins = (0..<header.width).filter {
                header.keys[$0] == header.keys[column] && header.units[$0] == header.units[column]
            }
            guard twins.count > 1 else { continue }
            let fault = "could each be the \(header.words[column])"
            throw GenericColumns.refusal(header, twins, fault)
        }
    }

    private static func takeOther(
        _ row: CSVRow,
        _ header: CSVHeader,
        _ reader: inout some CSVRowReader,
        _ output: CSVOutput
    ) throws {
        if row.fault == nil, try reader.takeOther(row, into: output) { return }
        guard !row.isBlank else { return }
        try reader.lose(row)
        report(row, header, output)
    }

    private static func report(_ row: CSVRow, _ header: CSVHeader, _ output: CSVOutput) {
        switch row.fault {
        case .textAfterQuote(let cell):
            output.report(row, cell, header, "has text behind its closing quote")
        case .unclosedQuote(let cell):
            output.report(row, cell, header, "begins with a quote that never closes")
        case nil:
            if row.isEmpty { return }
            let cells = row.count == 1 ? "1 cell" : "\(row.count) cells"
            let others =
                row.count == header.width
                ? "the other rows have \(header.rowWidth)" : "the header \(header.width)"
            let message = "the row has \(cells), \(others)"
            output.report(Problem(at: row.place, message))
        }
    }
}

// MARK: - Outcome

extension CSVReading {
    private static func report(_ output: CSVOutput, _ match: CSVDialects.Match) -> FormatReport {
        var report = FormatReport(
            dialect: match.dialect.name,
            outcome: .taken,
            problems: output.problems
        )
        let isUnderstood = output.plausibleReadings > 0 || output.isPartlyUnderstood
        if isUnderstood, !output.problems.isEmpty {
            report.outcome = .partly
        } else if !output.problems.isEmpty {
            report.outcome = .refused
            report.isOnlyImplausible = output.readings > 0
        } else if output.plausibleReadings == 0 {
            let emptiness = output.emptiness ?? match.reader.emptiness
            report.problems.append(Problem(at: .wholeFile, emptiness))
        }
        return report
    }

    /// An export of a kind of data that the account does not have is a file of two words
    /// (FORMATS.md §1.2, §5.14).
    private static func reportOfNothing(_ text: [UInt8], _ scan: TextScan) -> FormatReport? {
        let word = String(decoding: text.prefix(64), as: UTF8.self).lowercased()
            .split(whereSeparator: \.isWhitespace)
        guard text.count < 64, word == ["no", "data"] else { return nil }
        let place = TextPlace(line: 1, column: 1, byte: scan.encoding.markLength)
        return FormatReport(
            dialect: CSVDialect.googleHealthTakeout.name,
            outcome: .taken,
            problems: ProblemList([Problem(at: place, "the export says that it holds no data")]),
            endsEarly: false,
            encoding: scan.encoding.name
        )
    }
}
