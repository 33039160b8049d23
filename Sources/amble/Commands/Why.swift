import ArgumentParser
import Daemon
import Summary

/// `amble why`: the receipt of a day.
struct Why: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows where a day's minutes come from: file, lines, source, and what lost."
    )

    @Argument(help: "The date, YYYY-MM-DD, or \"today\" or \"yesterday\".")
    var date: DateArgument

    @OptionGroup var places: PlaceOptions

    func run() throws {
        let book = try places.book()
        let day = date.day(today: book.today)
        let printer = Printer(book: book, isJSON: false)
        try printer.notice(book)
        printer.lines(
            WhyPage.lines(try book.receipt(of: day), home: book.home, style: printer.style)
        )
    }
}
