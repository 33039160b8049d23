import Formats
import LinuxSystem

/// The bytes of an open file, as parsers read them.
///
/// One parse owns it.
final class DescriptorBytes: ByteSource {
    private let file: FileDescriptor
    private let cancellation: Cancellation

    init(_ file: FileDescriptor, cancellation: Cancellation) {
        self.file = file
        self.cancellation = cancellation
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        try cancellation.check()
        return try file.read(at: offset, into: buffer)
    }
}
