import ArgumentParser
import Daemon
import Model
import Scoring
import Summary

/// `amble export`: everything back out.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Gives everything back: minutes, walks or days, as CSV or JSON Lines."
    )

    /// What is exported.
    enum What: String, ExpressibleByArgument, CaseIterable {
        case minutes, walks, days
    }

    /// How it is written.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case csv, json
    }

    @Option(name: .customLong("format"), help: "csv or json.")
    var form = Form.csv

    @Option(help: "minutes, walks or days.")
    var what = What.days

    @OptionGroup var places: PlaceOptions
    @OptionGroup var dates: DateOptions

    func run() throws {
        let book = try places.book()
        let range = try dates.range(in: book)
        let printer = Printer(book: book, isJSON: form == .json)
        let table = ExportTable(
            form == .json ? .json : .csv,
            person: book.owner,
            home: book.home
        )
        switch what {
        case .days:
            printer.lines([table.heading(.days)].compactMap { $0 })
            printer.lines(try book.days(range).lazy.map { table.line($0) })
        case .walks:
            printer.lines([table.heading(.walks)].compactMap { $0 })
            for day in try book.days(range) {
                printer.lines(day.day.walks.map { table.line($0, date: day.day.date) })
            }
        case .minutes:
            printer.lines([table.heading(.minutes)].compactMap { $0 })
            try printMinutes(of: book, in: range, table, printer)
        }
    }

    /// A month at a time, so that ten years need no more memory than one.
    private func printMinutes(
        of book: WalkBook,
        in range: ClosedRange<CivilDay>,
        _ table: ExportTable,
        _ printer: Printer
    ) throws {
        var first = range.lowerBound
        while first <= range.upperBound {
            let last = min(range.upperBound, first.advanced(by: 29))
            printer.lines(
                try book.minutes(first...last).lazy.map { figure in
                    table.line(
                        ExportTable.Minute(
                            start: Instant(seconds: figure.minute * 60),
                            steps: figure.steps?.count,
                            walking: figure.walking
                        )
                    )
                }
            )
            first = last.advanced(by: 1)
        }
    }
}
