import Formats
import LinuxSystem

/// The bytes of an open file up to a length, as parsers read them.
///
/// One parse owns it. What is appended meanwhile is not seen, so that a file that grows cannot hold a parse up.
final class DescriptorBytes: ByteSource {
    private let file: FileDescriptor
    private let length: Int

    init(_ file: FileDescriptor, length: Int64) {
        self.file = file
        self.length = Int(clamping: length)
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard offset < length else { return 0 }
        let wanted = min(buffer.count, length - offset)
        return try file.read(
            at: offset,
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
        )
    }
}
