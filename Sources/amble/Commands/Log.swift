import ArgumentParser
import Daemon
import Summary

/// `amble log`: the daily summary log.
struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the daily summary log, the newest revision of each day."
    )

    @Option(name: .customShort("n"), help: "Only the last so many days.")
    var count: Int?

    @Flag(name: .customShort("f"), help: "Go on, and show lines as they are written.")
    var follows = false

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        if let count, count < 0 { throw ValidationError("-n takes a whole number from 0 on") }
    }

    func run() throws {
        let book = try places.book()
        let printer = Printer(book: book, isJSON: format.json)
        try printer.notice(book)
        if format.json {
            let lines = try LogLines(path: places.household().summaryJSONPath).all()
            printer.lines(LogPage.newest(lines, person: places.person, last: count))
        } else {
            printer.lines(LogPage.lines(try book.told(), last: count))
        }
        guard follows else { return }
        let household = try places.household()
        let path = format.json ? household.summaryJSONPath : household.summaryLogPath
        try LogLines(path: path).follow { line in
            printer.line(line)
            printer.flush()
        }
    }
}
