/// What a parse found out about a file; the readings themselves went into the sink.
package struct FormatReport: Sendable {
    /// The name of the dialect, as `amble files` shows it; nothing when the content is no known one.
    package var dialect: String?
    /// Taken, partly or refused; never `known` or `waiting`.
    ///
    /// What a refused file gave to the sink must be thrown away, unless `isOnlyImplausible`.
    package var outcome: FileOutcome
    /// Whether a refused file is one whose readings are all implausible by themselves.
    ///
    /// They are kept all the same, since what lies in the future today will not for ever
    /// (SESSIONS.md §8.3.2).
    package var isOnlyImplausible: Bool
    /// What is wrong, in the order of the file.
    package var problems: ProblemList
    /// The file breaks off as a file does that is still being written: a GPX without its end, a CSV
    /// whose last line has no end.
    ///
    /// Worth a second look a little later.
    package var endsEarly: Bool
    /// Where the last line begins when it has no end; nothing when it has, or when the problems say
    /// already where the file breaks off.
    package var openLine: TextPlace?
    /// The text encoding, for `amble inspect`: `UTF-8`, `UTF-16LE`, `Windows-1252 (guessed)`.
    package var encoding: String
    /// How times are placed, in words, for `amble inspect`.
    package var zone: String
    /// From when on the file should be read again though it has not changed: the first of its lines
    /// that were refused for nothing but their time is near then (PLAN.md §3).
    package var readAgain: Instant?
    /// What each column or element is taken for, in the order of the file.
    package var columns: [ColumnMeaning]

    /// Makes a report.
    package init(
        dialect: String?,
        outcome: FileOutcome,
        problems: ProblemList = ProblemList(),
        endsEarly: Bool = false,
        encoding: String = "UTF-8",
        zone: String = "",
        columns: [ColumnMeaning] = []
    ) {
        self.dialect = dialect
        self.outcome = outcome
        self.problems = problems
        self.endsEarly = endsEarly
        openLine = nil
        isOnlyImplausible = false
        readAgain = nil
        self.encoding = encoding
        self.zone = zone
        self.columns = columns
    }
}

/// A column of a file and what it is taken for.
package struct ColumnMeaning: Hashable, Sendable {
    /// The header word as it stands in the file.
    package let name: String
    /// What it is taken for, in plain words: `steps`, `start, UTC`, `not used`.
    package let meaning: String

    /// Pairs a column with its meaning.
    package init(name: String, meaning: String) {
        self.name = name
        self.meaning = meaning
    }
}

/// The problems of a file: the first hundred in full, all of them counted.
package struct ProblemList: Hashable, Sendable {
    /// How many are kept; a file of a million wrong lines says so in a hundred.
    package static let capacity = 100
    /// The first problems, at most `capacity`.
    package private(set) var first: [Problem] = []
    /// How many there are in all.
    package private(set) var count = 0

    /// Makes a list of these problems.
    package init(_ problems: [Problem] = []) {
        for problem in problems { append(problem) }
    }

    /// Whether nothing is wrong.
    package var isEmpty: Bool { count == 0 }

    /// Adds a problem; beyond the capacity it is only counted, and its sentence never made.
    package mutating func append(_ problem: @autoclosure () -> Problem) {
        if first.count < Self.capacity { first.append(problem()) }
        count += 1
    }
}
