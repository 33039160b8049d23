import ArgumentParser

/// `amble walked MIN`: a walk entered by hand.
struct Walked: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "walked",
        abstract: "Notes a walk that no tracker saw, ending now or at --at."
    )

    @Argument(help: "How many minutes, 1 to 600.")
    var minutes: String

    @OptionGroup var entry: EntryOptions

    func run() throws {
        try entry.enter("walk", minutes)
    }
}
