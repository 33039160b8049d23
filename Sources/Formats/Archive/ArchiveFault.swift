package import Model

/// What is wrong with an archive, or with something in it.
///
/// What the system or a device says while an archive is read is thrown as it is, and is no fault of
/// the archive.
package struct ArchiveFault: Error, Hashable, Sendable {
    /// One clause for people: what, why, what now; without a full stop.
    package let sentence: String
    /// The byte of the archive near which it stands; nothing when the archive as a whole is meant.
    package let byte: Int?
    /// Whether the archive breaks off, as one does that is still being downloaded.
    package let isTruncated: Bool

    init(_ sentence: String, at byte: Int? = nil, isTruncated: Bool = false) {
        self.sentence = sentence
        self.byte = byte
        self.isTruncated = isTruncated
    }

    /// The fault as a problem of the file.
    package var problem: Problem {
        let place = byte.map { TextPlace(line: 0, column: 0, byte: $0) } ?? .wholeFile
        return Problem(at: place, byte.map { "\(sentence) (near byte \($0))" } ?? sentence)
    }

    static func truncated(at byte: Int?) -> ArchiveFault {
        ArchiveFault(
            "the archive breaks off before its end; download it again once it is complete",
            at: byte,
            isTruncated: true
        )
    }

    static func damaged(_ what: String, at byte: Int? = nil) -> ArchiveFault {
        ArchiveFault("the archive is damaged (\(what)); download it again", at: byte)
    }
}
