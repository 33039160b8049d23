import Formats
import LinuxSystem

/// The bytes of an open file, as parsers read them.
///
/// One parse owns it.
final class DescriptorBytes: ByteSource {
    private let file: FileDescriptor

    init(_ file: FileDescriptor) {
        self.file = file
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        try file.read(at: offset, into: buffer)
    }
}
