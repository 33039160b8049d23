import LinuxSystem
import Model

/// The content of a regular file in a folder.
final class DescriptorContent: FileContent {
    private let file: FileDescriptor
    private let before: FileStatus

    /// Takes an open file as it is at this moment.
    init(_ file: FileDescriptor) throws(SystemError) {
        self.file = file
        before = try file.status()
    }

    /// Opens a regular file, and nothing else.
    convenience init(opening path: FilePath) throws {
        try self.init(FileDescriptor.openRegular(path))
    }

    var size: Int64 { before.size }

    var modified: Instant? { Instant(milliseconds: before.modifiedMilliseconds) }

    func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        try file.read(at: Int(clamping: offset), into: buffer)
    }

    func isUnchanged() throws -> Bool {
        try file.status() == before
    }
}
