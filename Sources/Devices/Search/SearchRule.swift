/// Where in a tree exports are looked for and what they are called: data, no code.
///
/// Names count whatever their case; all words here are lower case.
package struct SearchRule: Hashable, Sendable {
    /// A folder in which the search begins.
    struct Start: Hashable, Sendable {
        /// The names from the top of the storage to the folder; empty for the top itself.
        let path: [String]
        /// Whether the folders in it are looked into as well.
        let descends: Bool

        init(_ path: String..., descends: Bool = true) {
            self.init(path: path, descends: descends)
        }

        private init(path: [String], descends: Bool) {
            self.path = path
            self.descends = descends
        }

        /// The same folder, seen from the first folder on the way to it.
        var withoutFirstName: Start { Start(path: Array(path.dropFirst()), descends: descends) }
    }

    /// Where the search begins; what is not there is passed over.
    let starts: [Start]

    /// The folders that hold walks on a tracker with a `GARMIN` folder (USB.md §1.1); its maps,
    /// courses and settings are left alone.
    ///
    /// Handhelds put tracks into `GPX`, older ones into the folder `Archive` in it.
    package static let tracker = SearchRule(
        starts: [
            Start("garmin", "activity"), Start("garmin", "activities"), Start("garmin", "monitor"),
            Start("garmin", "gpx"), Start("garmin", "sleep"), Start("garmin", "hrvstatus"),
            Start("garmin", "export"), Start("garmin", "exports"), Start("activity"),
            Start("activities"), Start("gpx"), Start("export"), Start("exports"),
        ]
    )

    /// Where a phone's programs leave exports: the top of its storage and the folders for
    /// downloads and documents.
    package static let phone = SearchRule(
        starts: [
            Start(descends: false), Start("download"), Start("downloads"), Start("documents"),
            Start("gadgetbridge"),
        ]
    )

    /// Anything else: all of it, but for the folders that are never looked into.
    package static let everything = SearchRule(starts: [Start()])

    /// The folder that makes a tree that of a tracker.
    static let trackerMark = "garmin"

    /// Folders that hold no exports and may hold tens of thousands of files, beside hidden ones and
    /// those of `CandidateName`.
    private static let neverLookedInto: Set<String> = [
        "dcim", "pictures", "music", "movies", "videos", "podcasts", "ringtones", "alarms",
        "notifications", "audiobooks", "recordings", "lost.dir", "android/data", "android/obb",
        "$recycle.bin", "recycler", "recycled", "system volume information", "found.000",
    ]

    /// Whether a folder is never looked into, by its own name and that of the folder it lies in.
    static func isNeverLookedInto(_ path: [String]) -> Bool {
        guard let name = path.last?.lowercased() else { return false }
        let inner = path.dropLast().last.map { $0.lowercased() + "/" + name } ?? name
        return neverLookedInto.contains(name) || neverLookedInto.contains(inner)
    }
}
