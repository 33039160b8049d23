import ArgumentParser

extension Plan {
    /// `amble plan flare-up [yes|no]`: declares a flare-up day, or takes that back.
    struct FlareUp: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "flare-up",
            abstract: "Declares a flare-up day, or takes that back."
        )

        @Argument(help: "yes or no.")
        var answer: String = "yes"

        @OptionGroup var entry: EntryOptions

        func run() throws {
            try entry.enter("flare-up", answer)
        }
    }
}
