/// One thing that is wrong in a file: where, what, why, what now, in one sentence.
package struct Problem: Hashable, Sendable {
    /// Where it stands.
    package let place: TextPlace
    /// One sentence without file name and place, for example `"12,5O" is not a number of steps
    /// (column "Steps")`.
    ///
    /// Control characters are escaped already.
    package let message: String

    /// Makes a problem.
    package init(at place: TextPlace, _ message: String) {
        self.place = place
        self.message = message
    }
}

/// What became of a file (COMMANDS.md §5 "File"); the raw value is stored and shown.
package enum FileOutcome: String, Sendable, CaseIterable {
    /// All of it was understood.
    case taken
    /// The same content was taken before, under this or another name.
    case known
    /// Part of it was understood; the problems say what was not.
    case partly
    /// Nothing of it was taken, and nothing will be until its content changes.
    case refused
    /// It cannot be taken now; it is tried again.
    case waiting
}
