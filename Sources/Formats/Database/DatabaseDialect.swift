internal import Model

/// One program whose databases are read.
///
/// A dialect is one file in `Dialects/` and one line in `DatabaseDialects.all`. It is found by the
/// names of its tables and their columns.
struct DatabaseDialect: Sendable {
    /// The name that `amble files` shows.
    let name: String
    /// Whether a database is its own.
    let recognises: @Sendable (Database) -> Bool
    /// Starts reading a database of its own.
    let open: @Sendable (DatabaseOpening) -> any DatabaseRecords
}

/// What is known about a file when its dialect has been found.
struct DatabaseOpening {
    let database: Database
    /// What is known beside the bytes.
    let context: FileContext
    /// Gives sources their index.
    let sink: any ReadingSink
    /// Takes the readings one by one, with their problems.
    let output: ReadingOutput
}

/// Turns the rows of one database into readings.
protocol DatabaseRecords {
    /// What each column is taken for, for `amble inspect`.
    var meanings: [ColumnMeaning] { get }
    /// How times are placed, in words, for `amble inspect`.
    var zone: String { get }
    /// What to say when there are no readings and nothing is wrong.
    var emptiness: String { get }

    /// Reads everything.
    ///
    /// - Throws: `DatabaseRefusal`, or what the source throws.
    mutating func read() throws
}

/// Every program whose databases are read.
enum DatabaseDialects {
    static let all: [DatabaseDialect] = [.gadgetbridge, .healthConnect]
}
