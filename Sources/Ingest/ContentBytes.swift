import Formats
import LinuxSystem

/// The bytes of an open file up to a length, as parsers read them.
///
/// What is appended meanwhile is not seen, so that a file that grows cannot hold a parse up. One
/// parse owns it.
final class DescriptorBytes: ByteSource {
    private let file: FileDescriptor
    private let length: Int
    private let cancellation: Cancellation

    init(_ file: FileDescriptor, length: Int64, cancellation: Cancellation) {
        self.file = file
        self.length = Int(clamping: length)
        self.cancellation = cancellation
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        try cancellation.check()
        guard offset < length else { return 0 }
        let wanted = min(buffer.count, length - offset)
        return try file.read(
            at: offset,
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
        )
    }
}
