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

    /// Whole names of exports of other kinds: Apple Health, Gadgetbridge, Health Connect.
    private static let names: Set<String> = [
        "export.xml", "gadgetbridge", "gadgetbridge.db", "health_connect_export.db",
    ]

    /// What the names of JSON files with steps have in them: Fitbit, Garmin and Google Fit.
    private static let jsonMarks = ["steps-", "udsfile", "step_count"]

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
        } else if Self.names.contains(lower) || end.map(Self.extensions.contains) == true
            // Samsung Health names its tables so where it wants them opened by a spreadsheet.
            || lower.hasSuffix(".csv.xls")
            || end == "json" && Self.jsonMarks.contains(where: lower.contains)
        {
            self = .export
        } else {
            self = .other
        }
    }
}
