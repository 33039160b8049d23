import LinuxSystem

/// What a file of a device may be by its name: on a stick lie a thousand files that are no exports,
/// and nobody put them there for Amble.
enum ExportName: Hashable {
    /// It may be an export; its content decides.
    case export
    /// An activity in Garmin's own format, which is not read yet.
    case activity
    /// Nothing to look at.
    case other

    /// Ends of names that exports have.
    ///
    /// Text, JSON and XML at large are left out: of them a stick is full, and none is read. A file
    /// of that kind can be dropped into a watched folder, where it is told what it is.
    private static let extensions: Set<String> = ["csv", "tsv", "gpx", "tcx", "zip", "gz", "tgz"]

    /// Whole names of exports of other kinds: Apple Health, Gadgetbridge.
    private static let names: Set<String> = ["export.xml", "gadgetbridge", "gadgetbridge.db"]

    /// Judges a name, whatever its case.
    init(_ name: String) {
        guard CandidateName.isFile(Array(name.utf8)) else {
            self = .other
            return
        }
        let lower = name.lowercased()
        let end = lower.lastIndex(of: ".").map { String(lower[lower.index(after: $0)...]) }
        if end == "fit" {
            self = .activity
        } else if Self.names.contains(lower) || end.map(Self.extensions.contains) == true {
            self = .export
        } else {
            self = .other
        }
    }
}
