import ArgumentParser

/// `amble plan`: the walking plan, and the words that move it.
struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Shows the walking plan with its last six weeks, or moves it.",
        subcommands: [
            Show.self, Start.self, Restart.self, Pause.self, Resume.self, Cleared.self,
            GoToLevel.self, SetBaseline.self, SetUsual.self, FlareUp.self,
        ],
        defaultSubcommand: Show.self
    )
}
