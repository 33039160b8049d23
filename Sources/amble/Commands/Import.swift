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
        try report(files, household)
        try conclude(outcome)
    }

    /// Says what became of each file that was named, whosever it is.
    private func report(_ files: [FilePath], _ household: Household) throws {
        let owners = Dictionary(grouping: files) { household.owner(of: $0, unless: places.person) }
        let printer = Printer(home: household.zones, person: places.person, isJSON: format.json)
        try printer.notice(WalkBook(household: household, person: places.person))
        for (owner, files) in owners.sorted(by: { $0.key < $1.key }) {
            let wanted = Set(files.map(\.bytes))
            let seen = try WalkBook(household: household, person: owner).files(of: owner)
                .filter { $0.isOne(of: wanted) }
            if format.json {
                printer.files(seen)
            } else {
                printer.lines(
                    FilesPage.lines(seen, home: household.zones, style: printer.style)
                )
            }
        }
    }
}

extension SeenFile {
    /// Whether its path is one of these, or lies in an archive that is.
    fileprivate func isOne(of paths: Set<[UInt8]>) -> Bool {
        if paths.contains(path) { return true }
        let slash = UInt8(ascii: "/")
        return path.indices.contains { index in
            path[index] == slash && paths.contains(Array(path[..<index]))
        }
    }
}
