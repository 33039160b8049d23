import ArgumentParser
import Daemon
import Summary

/// `amble today`: the day so far in one look.
struct Today: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows today so far: minutes of 90, walks, what is left."
    )

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let book = try places.book()
        let days = try book.days(book.today...book.today)
        let printer = Printer(book: book, isJSON: format.json)
        if format.json { return printer.days(days) }
        guard let day = days.first else { return }
        printer.lines(
            TodayPage.lines(day, home: book.home, style: printer.style)
        )
    }
}
