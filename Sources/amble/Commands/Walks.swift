import ArgumentParser
import Daemon
import Scoring
import Summary

/// `amble walks`: one line a walk.
struct Walks: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows one line a walk: times, minutes, pauses, steps, cadence, distance."
    )

    @OptionGroup var places: PlaceOptions
    @OptionGroup var dates: DateOptions
    @OptionGroup var format: FormatOptions

    @Flag(help: "List recorded tracks that are no walk as well.")
    var tracks = false

    func run() throws {
        let book = try places.book()
        let days = try book.days(dates.range(in: book))
        let printer = Printer(book: book, isJSON: format.json)
        try printer.notice(book)
        if format.json { return printer.walks(days, includingTracks: tracks) }
        printer.lines(
            WalksPage.lines(
                days.map(\.day),
                withTracks: tracks,
                home: book.home,
                style: printer.style
            )
        )
    }
}
