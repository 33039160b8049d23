import ArgumentParser

/// `amble flag CODE`: something that a professional should look at.
struct ReportFlag: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flag",
        abstract: "Reports something that a professional should look at.",
        discussion: """
            Urgent: trauma (a fall, a crash, a heavy lift), severe-at-rest, fever, weight-loss, \
            bladder-or-bowel, groin-numbness, night-pain. To be seen soon: pain-below-knee, \
            leg-weakness, spreading-numbness. "amble plan cleared" takes all of them back.
            """
    )

    @Argument(help: "What it is, for example fever or leg-weakness.")
    var code: String

    @OptionGroup var entry: EntryOptions

    func run() throws {
        try entry.enter("flag", code)
    }
}
