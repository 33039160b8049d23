import ArgumentParser
import Daemon
import Summary

/// `amble log`: the daily summary log.
struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the daily summary log, the newest revision of each day.")

    @Option(name: .customShort("n"), help: "Only the last so many days.")
    var count: Int?

    @Flag(name: .customShort("f"), help: "Go on, and show lines as they are written.")
    var follows = false

    @OptionGroup var places: PlaceOptions

    func validate() throws {
        if let count, count < 0 { throw ValidationError("-n takes a whole number from 0 on") }
    }

    func run() throws {
        let household = try places.household()
        let printer = Printer(home: household.zones, person: places.person, isJSON: false)
        let lines = LogLines(path: household.summaryJSONPath, person: places.person)
        printer.lines(LogPage.newest(try lines.all(), person: places.person, last: count))
        guard follows else { return }
        try LogLines(path: household.summaryLogPath, person: places.person).follow { line in
            printer.line(line)
            printer.flush()
        }
    }
}
