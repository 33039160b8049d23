import Formats

/// The bytes of an open content up to a length, as parsers read them.
///
/// What is appended meanwhile is not seen, so that a file that grows cannot hold a parse up. One
/// parse owns it.
final class ContentBytes: ByteSource {
    private let content: any FileContent
    private let length: Int64
    private let cancellation: Cancellation

    init(_ content: any FileContent, cancellation: Cancellation) {
        self.content = content
        length = content.size
        self.cancellation = cancellation
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        try cancellation.check()
        return try content.read(at: Int64(offset), into: buffer, upTo: length)
    }
}
