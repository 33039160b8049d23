import ArgumentParser
import Daemon
import Summary

/// `amble month`: the last thirty days.
struct Month: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the last thirty days: a line and a bar a day."
    )

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let book = try places.book()
        let days = try book.days(MonthPage.dates(today: book.today))
        let printer = Printer(book: book, isJSON: format.json)
        if format.json { return printer.days(days) }
        printer.lines(
            MonthPage.lines(days, home: book.home, style: printer.style)
        )
    }
}
