import ArgumentParser
import Daemon
import Summary

/// `amble days`: one line a day.
struct Days: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows one line a day.")

    @OptionGroup var places: PlaceOptions
    @OptionGroup var dates: DateOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let book = try places.book()
        let days = try book.days(dates.range(in: book))
        let printer = Printer(book: book, isJSON: format.json)
        try printer.notice(book)
        if format.json { return printer.days(days) }
        printer.lines(
            DaysPage.lines(days, home: book.home, style: printer.style)
        )
    }
}
