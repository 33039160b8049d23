import Formats
import Model

/// A file in an archive as an intake reads it.
final class MemberContent: FileContent {
    private let bytes: any MemberBytes
    private let archive: any FileContent
    let modified: Instant?

    /// Takes an open file of an archive.
    ///
    /// - Parameters:
    ///   - bytes: its content.
    ///   - modified: when it was changed, where the archive says it.
    ///   - archive: what it lies in; it changes when that does.
    init(_ bytes: any MemberBytes, modified: Instant?, in archive: any FileContent) {
        self.bytes = bytes
        self.modified = modified ?? archive.modified
        self.archive = archive
    }

    var size: Int64 { bytes.size }

    func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        try bytes.read(at: Int(clamping: offset), into: buffer)
    }

    func isUnchanged() throws -> Bool {
        try archive.isUnchanged()
    }
}
