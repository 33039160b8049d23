import ArgumentParser

extension Plan {
    /// `amble plan baseline MIN`: what the first outing found.
    struct SetBaseline: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "baseline",
            abstract: "Sets the minutes of the first outing, 1 to 60."
        )

        @Argument(help: "The minutes walked before pain rose by more than two points, or 10.")
        var minutes: String

        @OptionGroup var entry: EntryOptions

        func run() throws {
            try entry.enter("plan", "baseline \(minutes)")
        }
    }
}
