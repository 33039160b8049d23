import ArgumentParser

extension Plan {
    /// `amble plan cleared`: a professional has looked at what was reported.
    struct Cleared: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cleared",
            abstract: "Takes all flags back, once a professional has looked."
        )

        @OptionGroup var entry: EntryOptions

        func run() throws {
            try entry.enter("plan", "cleared")
        }
    }
}
