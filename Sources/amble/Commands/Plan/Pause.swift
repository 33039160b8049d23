import ArgumentParser

extension Plan {
    /// `amble plan pause`: nothing is asked until `resume`.
    struct Pause: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pause",
            abstract: "Pauses the plan; nothing is asked until resume."
        )

        @OptionGroup var entry: EntryOptions

        func run() throws {
            try entry.enter("plan", "pause")
        }
    }
}
