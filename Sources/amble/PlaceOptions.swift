import ArgumentParser
import Daemon
import Model

/// Where things lie: the options that every command understands.
struct PlaceOptions: ParsableArguments {
    @Option(name: .customLong("state"), help: "The folder of the database and the summary log.")
    var state: String?

    @Option(name: .customLong("config"), help: "The configuration file.")
    var config: String?

    @Option(name: .customLong("inbox"), help: "The folder to drop files into.")
    var inbox: String?

    @Option(name: .customLong("person"), help: "Whose walks are meant (default: me).")
    var namedPerson: String?

    /// Whose walks are meant.
    var person: String { namedPerson ?? "me" }

    /// The household these options, the environment and the configuration describe.
    func household() throws(Failure) -> Household {
        try Household.load(flags: Flags(state: state, config: config, inbox: inbox))
    }

    /// The book of the chosen person.
    func book() throws(Failure) -> WalkBook {
        try WalkBook(household: household(), person: person)
    }
}

/// The dates of a table: both ends included.
struct DateOptions: ParsableArguments {
    @Option(name: .customLong("from"), help: "The first date, YYYY-MM-DD.")
    var from: DateArgument?

    @Option(name: .customLong("to"), help: "The last date, YYYY-MM-DD.")
    var to: DateArgument?

    /// The dates that are meant: from the first day with data to today where nothing is said.
    func range(in book: WalkBook) throws -> ClosedRange<CivilDay> {
        let extent = try book.extent()
        let first = from?.day(today: book.today) ?? extent.lowerBound
        let last = to?.day(today: book.today) ?? extent.upperBound
        guard first <= last else {
            // Nothing was recorded before the last date asked for.
            if from == nil { return last...last }
            throw Failure(.usage, "--from \(first) lies after --to \(last); nothing is in between")
        }
        return first...last
    }
}

/// Whether a program or a person reads.
struct FormatOptions: ParsableArguments {
    @Flag(help: "Print JSON Lines for programs.")
    var json = false
}

/// Refuses a path without a letter in it, as `"$UNSET"` gives: it would mean the whole folder.
func refuseEmpty(_ paths: [String]) throws {
    if paths.contains("") { throw ValidationError("an empty path names no file") }
}
