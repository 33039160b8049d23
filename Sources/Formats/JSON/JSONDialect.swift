internal import Model

/// One layout of JSON that an app writes.
///
/// A dialect is one file in `Dialects/` and one line in `JSONDialects.all`. It is found by the names
/// of the members of its records.
struct JSONDialect: Sendable {
    /// The name that `amble files` shows and that names the source where nothing else does.
    let name: String
    /// Whether a text that begins so is its own; the name is that of the file in lower case.
    let recognises: @Sendable (_ head: JSONHead, _ fileName: String) -> Bool
    /// Starts reading a file of its own.
    ///
    /// - Throws: `JSONRefusal` when it cannot be read, or what the source throws.
    let open: @Sendable (JSONOpening) throws -> any JSONRecords
}

/// What is known about a file when its dialect has been found.
struct JSONOpening {
    /// The bytes, for a look ahead.
    let source: any ByteSource
    /// What is known beside the bytes.
    let context: FileContext
    /// Takes the readings.
    let sink: any ReadingSink
    /// Takes the readings one by one, with their problems.
    let output: ReadingOutput

    /// The name of the file without folders, in lower case.
    var fileName: String { context.fileName.lowercased() }

    /// The sources of the file, described so.
    func sources(_ style: CSVSources.Style) -> CSVSources {
        CSVSources(sink, context: context, style: style)
    }
}

/// Turns the text of one file into readings, in the order of the file.
protocol JSONRecords {
    /// What each member is taken for, for `amble inspect`.
    var meanings: [ColumnMeaning] { get }
    /// How times are placed, in words, for `amble inspect`.
    var zone: String { get }
    /// What to say when there are no readings and nothing is wrong.
    var emptiness: String { get }

    /// Reads the whole text, from its first token on.
    ///
    /// - Throws: as the tokenizer, and `JSONRefusal`.
    mutating func read(_ json: JSONTokenizer) throws
}

/// Why nothing of a JSON file can be taken.
struct JSONRefusal: Error, Hashable {
    let problem: Problem

    /// Refuses the file as a whole.
    init(_ message: String) {
        problem = Problem(at: .wholeFile, message)
    }
}

/// Every layout of JSON that Amble reads.
enum JSONDialects {
    static let all: [JSONDialect] = [
        .globalExportSteps, .googleFitData, .googleFitSession, .garminDays,
    ]
}
