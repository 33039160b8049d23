import ArgumentParser
import Daemon

/// `amble rebuild`: throws everything derived away and makes it again.
struct Rebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes all days and walks anew from what the files said."
    )

    @OptionGroup var places: PlaceOptions

    func run() throws {
        let errand = Errand(household: try places.household(), person: places.person)
        try conclude(errand.rebuild())
    }
}
