import ArgumentParser

extension Plan {
    /// `amble plan level N`: to a level of the person's own choice.
    struct GoToLevel: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "level",
            abstract: "Goes to a level of the plan, by its name."
        )

        @Argument(help: "The name of a level, for example 3 or 0.1.")
        var level: String

        @OptionGroup var entry: EntryOptions

        func run() throws {
            try entry.enter("plan", "level \(level)")
        }
    }
}
