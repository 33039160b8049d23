import ArgumentParser

extension Plan {
    /// `amble plan resume`: the plan goes on where it was.
    struct Resume: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "resume",
            abstract: "Ends a pause; the plan goes on where it was."
        )

        @OptionGroup var entry: EntryOptions

        func run() throws {
            try entry.enter("plan", "resume")
        }
    }
}
