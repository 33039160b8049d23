import ArgumentParser
import Daemon
import LinuxSystem
import Model
import Summary

/// `amble import`: takes files or whole folders now.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes files or whole folders now; what was taken before is recognised."
    )

    @Argument(help: "Files, or folders of files.")
    var paths: [String]

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        try refuseEmpty(paths)
    }

    func run() throws {
        let household = try places.household()
        let errand = Errand(
            household: household,
            person: places.person,
            progress: ProgressLine().show
        )
        let files = try errand.files(at: paths.map { FilePath($0).absolute })
        let outcome = try errand.take(files)
        try report(files)
        try conclude(outcome)
    }

    /// Says what became of each file that was named.
    private func report(_ files: [FilePath]) throws {
        let book = try places.book()
        let wanted = Set(files.map(\.bytes))
        let seen = try book.files(of: places.person).filter { wanted.contains($0.path) }
        let printer = Printer(book: book, isJSON: format.json)
        if format.json { return printer.files(seen) }
        printer.lines(FilesPage.lines(seen, home: book.home, style: printer.style))
    }
}
