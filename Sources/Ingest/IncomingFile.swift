package import LinuxSystem

/// A file that is to be taken: where it lies, whose it is, and how sure it is that it is whole.
package struct IncomingFile: Hashable, Sendable {
    /// Where it lies; where its content comes from an opener only what people are shown, such as
    /// `GARMIN eTrex 30 (0000E5F1A2B3)/GARMIN/GPX/Current.gpx`, and never absolute.
    package let path: FilePath
    /// What opens its content; nothing for a file of a folder, which is opened by its path.
    package let opener: ContentOpener?
    /// Whose walks it holds.
    package let person: String
    /// The name of the source where the file names none.
    package let sourceLabel: String?
    /// Its length in bytes when it was last seen; what admission reckons with.
    package let size: Int64
    /// For how long it is known not to have changed.
    package let unchangedMilliseconds: Int64
    /// Whether a file that breaks off is taken as it is instead of looked at again later.
    package let isFinal: Bool

    /// Describes a file.
    package init(
        path: FilePath,
        opener: ContentOpener? = nil,
        person: String,
        sourceLabel: String? = nil,
        size: Int64,
        unchangedMilliseconds: Int64,
        isFinal: Bool = false
    ) {
        self.path = path
        self.opener = opener
        self.person = person
        self.sourceLabel = sourceLabel
        self.size = size
        self.unchangedMilliseconds = unchangedMilliseconds
        self.isFinal = isFinal
    }

    /// Whether it is a file of a folder; nothing is moved, and no folder looked at, for another.
    package var isInFolder: Bool { opener == nil }

    /// Opens what is to be read.
    ///
    /// - Throws: `ContentFailure` for a content with an opener; `NotRegularFile` or `SystemError` for
    ///   a file of a folder.
    func open() throws -> any FileContent {
        try opener?.open() ?? DescriptorContent(opening: path)
    }

    /// What makes two notices speak of the same file.
    ///
    /// Two volumes of a device may hold the same path; each file has an opener of its own.
    struct Key: Hashable {
        let path: FilePath
        let opener: ContentOpener?
        let person: String
    }

    /// The file's identity among those that wait.
    var key: Key { Key(path: path, opener: opener, person: person) }
}
