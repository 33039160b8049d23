import ArgumentParser

extension Plan {
    /// `amble plan restart`: from the first level again.
    struct Restart: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "restart",
            abstract: "Begins the plan again at its first level."
        )

        @OptionGroup var entry: EntryOptions

        func run() throws {
            try entry.enter("plan", "restart")
        }
    }
}
