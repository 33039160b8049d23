import ArgumentParser
import Daemon
import LinuxSystem
import Model
import Summary

/// `amble inspect`: says what a file is, and changes nothing.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says what a file is, how each column is read, and every problem."
    )

    @Argument(help: "Files.")
    var paths: [String]

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        try refuseEmpty(paths)
    }

    func run() throws {
        let household = try places.household()
        let inspection = FileInspection(household: household, person: places.person)
        let printer = Printer(home: household.zones, person: places.person, isJSON: format.json)
        // A file can be looked at whatever the state of the database.
        if let book = try? places.book() { try printer.notice(book) }
        var worst = Daemon.ExitCode.done
        for path in paths {
            let found = try inspection.inspect(FilePath(path).absolute)
            if found.file.outcome == .refused || found.file.outcome == .partly {
                worst = .wrongData
            }
            if format.json {
                printer.lines([InspectionJSON.line(found, home: household.zones)])
            } else {
                printer.lines(
                    InspectPage.lines(found, home: household.zones, style: printer.style)
                )
            }
        }
        if worst != .done { leave(worst) }
    }
}
