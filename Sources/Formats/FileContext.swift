package import Model

/// What is known about a file beside its bytes.
package struct FileContext: Sendable {
    /// The last part of its path: where some exports alone say their date; never trusted by itself.
    package let fileName: String
    /// When its content last changed.
    package let modified: Instant
    /// The moment of the parse, against which future times are judged.
    package let now: Instant
    /// The zones that wall times without a zone are read in.
    package let home: HomeZones
    /// Zones of sources that keep their own, by the source's name; before `home`.
    package let sourceZones: [String: ZoneRules]
    /// The name of the source where the file names none; nothing: the dialect's name.
    package let sourceLabel: String?
    /// The limits beyond which a reading is kept but reported.
    package let plausibility: Plausibility

    /// Describes a file.
    package init(
        fileName: String,
        modified: Instant,
        now: Instant,
        home: HomeZones,
        sourceZones: [String: ZoneRules] = [:],
        sourceLabel: String? = nil,
        plausibility: Plausibility? = nil
    ) {
        self.fileName = fileName
        self.modified = modified
        self.now = now
        self.home = home
        self.sourceZones = sourceZones
        self.sourceLabel = sourceLabel
        self.plausibility = plausibility ?? Plausibility(now: now)
    }

    /// The zones in which a source's wall times are read.
    package func zones(ofSource name: String) -> HomeZones {
        sourceZones[name].map { HomeZones($0) } ?? home
    }
}
