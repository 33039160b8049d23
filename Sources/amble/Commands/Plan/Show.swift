import ArgumentParser
import Daemon
import Summary

extension Plan {
    /// `amble plan`: the level now, and the six weeks behind.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Shows the level, what it asks, and the last six weeks.",
            shouldDisplay: false
        )

        @OptionGroup var places: PlaceOptions
        @OptionGroup var format: FormatOptions

        func run() throws {
            let book = try places.book()
            let days = try book.days(PlanPage.dates(today: book.today))
            let printer = Printer(book: book, isJSON: format.json)
            if format.json { return printer.days(days) }
            printer.lines(PlanPage.lines(days, plan: book.plan, style: printer.style))
        }
    }
}
