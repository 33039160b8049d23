import ArgumentParser

extension Plan {
    /// `amble plan start [DATE]`: begins the walking plan.
    struct Start: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "start",
            abstract: "Starts the walking plan, now or with the beginning of a date."
        )

        @Argument(help: "The first day, YYYY-MM-DD, or \"today\" or \"yesterday\".")
        var date: DateArgument?

        @OptionGroup var entry: EntryOptions

        func validate() throws {
            guard date == nil || entry.time == nil else {
                throw ValidationError("a date and --at say the same thing; give one of them")
            }
        }

        func run() throws {
            try entry.enter("plan", "start", from: date)
        }
    }
}
