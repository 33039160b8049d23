import ArgumentParser

extension Plan {
    /// `amble plan usual N|auto`: the score that scores are held against.
    struct SetUsual: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "usual",
            abstract: "Sets the usual pain score, or leaves it to the scores of two weeks."
        )

        @Argument(help: "A whole number from 0 to 10, or auto.")
        var score: String

        @OptionGroup var entry: EntryOptions

        func run() throws {
            try entry.enter("plan", "usual \(score)")
        }
    }
}
