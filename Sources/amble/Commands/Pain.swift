import ArgumentParser

/// `amble pain N`: a pain score for the diary.
struct Pain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pain",
        abstract: "Notes a pain score, 0 to 10."
    )

    @Argument(help: "A whole number from 0 (no pain) to 10.")
    var score: String

    @OptionGroup var entry: EntryOptions

    func run() throws {
        try entry.enter("pain", score)
    }
}
