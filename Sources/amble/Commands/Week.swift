import ArgumentParser
import Daemon
import Summary

/// `amble week`: the last seven days.
struct Week: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the last seven days: a line and a bar a day."
    )

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let book = try places.book()
        let days = try book.days(WeekPage.dates(today: book.today))
        let printer = Printer(book: book, isJSON: format.json)
        if format.json { return printer.days(days) }
        printer.lines(
            WeekPage.lines(days, home: book.home, style: printer.style)
        )
    }
}
