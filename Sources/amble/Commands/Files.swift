import ArgumentParser
import Daemon
import Model
import Summary

/// `amble files`: every file that was seen.
struct Files: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows every file seen: taken, known, partly refused, refused and why, waiting."
    )

    @Flag(help: "Only files that were refused, wholly or in part.")
    var refused = false

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let book = try places.book()
        // Without a name every person's files are meant: the question is where a file went.
        let files = try book.files(of: places.namedPerson).filter { file in
            !refused || file.outcome == .refused || file.outcome == .partly
        }
        let printer = Printer(book: book, isJSON: format.json)
        try printer.notice(book)
        if format.json { return printer.files(files) }
        printer.lines(FilesPage.lines(files, home: book.home, style: printer.style))
    }
}
