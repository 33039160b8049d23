/// The parts of files that were fetched last, so that small reads in a row cost one transfer.
struct MTPContentCache {
    private struct Part {
        let file: UInt64
        let start: Int64
        let bytes: [UInt8]

        var end: Int64 { start + Int64(bytes.count) }
    }

    /// Two, since a reader may look at the end of a file while it works from the front.
    private static let maximumParts = 2

    private var parts: [Part] = []

    /// Whether a byte of a file is here.
    func holds(_ file: UInt64, _ offset: Int64) -> Bool { part(of: file, at: offset) != nil }

    /// Whether a part that is here ends right before a byte of a file.
    func endsPart(_ file: UInt64, at offset: Int64) -> Bool {
        parts.contains { $0.file == file && $0.end == offset }
    }

    /// Keeps a part instead of the one that was fetched longest ago.
    mutating func keep(_ bytes: [UInt8], of file: UInt64, from start: Int64) {
        if parts.count >= Self.maximumParts { parts.removeFirst() }
        parts.append(Part(file: file, start: start, bytes: bytes))
    }

    /// Forgets everything.
    mutating func forget() { parts = [] }

    /// Copies what is here from a place in a file.
    ///
    /// - Returns: how many bytes, at least 1; nothing when the place is not here.
    func copy(
        _ file: UInt64,
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer
    ) -> Int? {
        guard let part = part(of: file, at: offset), !buffer.isEmpty else { return nil }
        let first = Int(offset - part.start)
        let count = min(buffer.count, part.bytes.count - first)
        part.bytes.withUnsafeBytes { all in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[first..<first + count]))
        }
        return count
    }

    private func part(of file: UInt64, at offset: Int64) -> Part? {
        parts.last { $0.file == file && offset >= $0.start && offset < $0.end }
    }
}
