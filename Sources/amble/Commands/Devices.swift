import ArgumentParser
import Daemon
import Summary

/// `amble devices`: what is plugged in and what was.
struct Devices: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the trackers plugged in and known: how each is read and when it last was."
    )

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let book = try places.book()
        let printer = Printer(book: book, isJSON: format.json)
        let devices = try book.devices()
        try printer.notice(book)
        if format.json { return printer.devices(devices) }
        printer.lines(DevicesPage.lines(devices, home: book.home, style: printer.style))
    }
}
