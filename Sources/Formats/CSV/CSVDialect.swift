internal import Model

/// One layout of CSV that an app or a device writes.
///
/// A dialect is one file in `Dialects/` and one line in `CSVDialects.all`. It is found by the words
/// of its header alone; the longest list of words wins (FORMATS.md §5.11). Then `open` looks closer,
/// at the first rows and the file's name, and may still say that the file is not its own.
struct CSVDialect: Sendable {
    /// The name that `amble files` shows and that names the source where nothing else does.
    let name: String
    /// What a person calls it, with an article: `a Mi Fit or Zepp Life file of minutes`.
    let title: String
    /// Its headers: one a language, an age or an account's settings.
    let headers: [CSVHeaderPattern]
    /// What its sources are.
    let style: CSVSources.Style
    /// Finds the table behind a preamble that one maker alone writes, with a header or without.
    ///
    /// Nothing when the file has no such preamble. Such a dialect comes before all others.
    ///
    /// - Throws: `CSVRefusal` when the preamble is the maker's and leads to no table.
    var preamble: (@Sendable (CSVHead) throws -> CSVHead.Candidate?)?
    /// Keys of headings that the maker itself writes more than once, and that the dialect tells apart.
    var repeatedNames: Set<String> = []
    /// Starts reading a file whose header matches; nothing when it turns out to be another's.
    ///
    /// - Throws: `CSVRefusal` when it is the dialect's and cannot be read.
    let open: @Sendable (CSVOpening) throws -> (any CSVRowReader)?
}

/// What is known about a file when its dialect has been found by its header.
struct CSVOpening {
    /// The header.
    let header: CSVHeader
    /// The sign between cells.
    let delimiter: UInt8
    /// The first rows after the header, as text; at most a dozen.
    let samples: [[String]]
    /// The first line of the file that is not blank: the header, or a line in which a maker names
    /// the table.
    let firstLine: String
    /// The rows before the data, without the header, as lines of text.
    let preamble: [String]
    /// Whether the header stands in the file; else the preamble tells what the columns are.
    let hasHeader: Bool
    /// What is known beside the bytes.
    let context: FileContext
    /// The file, for looking through a whole column before its first value is used.
    let file: CSVFile

    /// The name of the file without folders, in lower case.
    var fileName: String { context.fileName.lowercased() }

    /// Whether a column looks as a dialect writes it: one of the first rows does, or there is none.
    ///
    /// One is enough, since a damaged cell must not make the file another dialect's.
    func looks(_ column: Int, _ isOwn: (String) -> Bool) -> Bool {
        samples.isEmpty || samples(of: column).contains(where: isOwn)
    }

    /// The same file seen under another header: one in another language, or of another section.
    func under(_ header: CSVHeader) -> CSVOpening {
        CSVOpening(
            header: header,
            delimiter: delimiter,
            samples: samples,
            firstLine: firstLine,
            preamble: preamble,
            hasHeader: hasHeader,
            context: context,
            file: file
        )
    }

    /// The samples of a column; empty text where a row has none.
    func samples(of column: Int) -> [String] {
        samples.map { column < $0.count ? $0[column] : "" }
    }
}

/// Turns the rows of one file into readings, in the order of the file.
protocol CSVRowReader {
    /// What each column is taken for, as long as the header; for `amble inspect`.
    var meanings: [String] { get }
    /// How times are placed, in words, for `amble inspect`.
    var zone: String { get }

    /// Reads one row after the header; blank rows and rows of another width come to `takeOther`.
    ///
    /// - Throws: `CSVRefusal` when the row shows that the file cannot be read.
    mutating func take(_ row: CSVRow, into output: CSVOutput) throws

    /// Reads a row that is blank or has another width, if the dialect has such: titles, sections.
    ///
    /// - Returns: whether it has; else a row that is not blank is a problem.
    mutating func takeOther(_ row: CSVRow, into output: CSVOutput) throws -> Bool

    /// Hears of a row that cannot be read and is about to be reported, for a dialect in which rows
    /// depend on one another.
    ///
    /// - Throws: `CSVRefusal` when nothing can be told without it.
    mutating func lose(_ row: CSVRow) throws

    /// Gives the output what is still held back when all rows were read.
    mutating func finish(into output: CSVOutput)

    /// What a file says that was understood and has no reading, as a sentence without full stop.
    var emptiness: String { get }
}

extension CSVRowReader {
    mutating func takeOther(_ row: CSVRow, into output: CSVOutput) throws -> Bool { false }

    mutating func lose(_ row: CSVRow) throws {}

    mutating func finish(into output: CSVOutput) {}

    var emptiness: String { "there is no step count under the header" }
}
