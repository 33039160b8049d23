import ArgumentParser

/// `amble moves MIN`: minutes of strength and flexibility.
struct Moves: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "moves",
        abstract: "Notes minutes of strength and flexibility."
    )

    @Argument(help: "How many minutes, 1 to 600.")
    var minutes: String

    @OptionGroup var entry: EntryOptions

    func run() throws {
        try entry.enter("moves", minutes)
    }
}
