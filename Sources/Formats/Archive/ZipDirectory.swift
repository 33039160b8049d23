import Model

/// The directory of a zip: which files are in it, and where.
///
/// Files whose names promise nothing are counted and not kept, so that the directory of an archive
/// of a hundred thousand photos stays small.
package struct ZipDirectory: Sendable {
    /// The files that may be exports, in the order of the directory.
    package private(set) var members: [ZipMember] = []
    /// How many files there are in all, without folders and without the archiver's own.
    package private(set) var files = 0

    /// Reads the directory of a zip of so many bytes.
    ///
    /// - Throws: `ArchiveFault` when it is damaged, breaks off, goes beyond the limits, or has files
    ///   that share bytes; else what the source throws.
    package init(
        _ source: any ByteSource,
        size: Int64,
        limits: ArchiveLimits = ArchiveLimits()
    ) throws {
        let end = try ZipEnd.find(in: source, size: Int(clamping: size))
        guard end.entries <= limits.entries, end.directoryBytes <= limits.directoryBytes else {
            throw Self.tooMany(limits)
        }
        var cursor = DirectoryCursor(source, end)
        var extents: [Extent] = []
        while let entry = try cursor.next() {
            guard extents.count < limits.entries else { throw Self.tooMany(limits) }
            extents.append(
                Extent(start: entry.headerStart, end: entry.leastEnd)
            )
            try note(entry)
        }
        // Old archivers count only to 65 535 and begin anew.
        guard extents.count & 0xFFFF == end.entries & 0xFFFF else {
            throw ArchiveFault.damaged("its directory is shorter than it says")
        }
        try Self.checkApart(extents, before: Int64(end.directoryStart))
    }

    private mutating func note(_ entry: DirectoryEntry) throws {
        guard !entry.isFolder else { return }
        if entry.name == "[Content_Types].xml" {
            throw ArchiveFault(ForeignContent.workbook)
        }
        guard !ArchiveName.isJunk(entry.name) else { return }
        files += 1
        if ArchiveName.mayHoldExport(entry.name) { members.append(entry.member) }
    }

    private static func tooMany(_ limits: ArchiveLimits) -> ArchiveFault {
        ArchiveFault(
            "there are more than \(limits.entries) files in the archive; unpack it and drop the"
                + " exports"
        )
    }

    private struct Extent {
        let start: Int64
        let end: Int64
    }

    /// Refuses files that lie over each other: the way to hide thousands of times the same bytes.
    private static func checkApart(_ extents: [Extent], before end: Int64) throws {
        var reached: Int64 = 0
        for extent in extents.sorted(by: { $0.start < $1.start }) {
            guard extent.start >= reached, extent.end <= end else {
                throw ArchiveFault(
                    "files in the archive share bytes with each other, as no export's do and as"
                        + " archives do that are made to exhaust; do not unpack it",
                    at: Int(clamping: extent.start)
                )
            }
            reached = extent.end
        }
    }
}
