import LinuxSystem

/// A file of whole lines that only grows, and may be renamed away at any time.
///
/// Whoever owns it calls from one queue.
final class AppendedFile {
    private let path: FilePath
    private var file: FileDescriptor?

    /// Names the file; it is made when the first lines come.
    init(_ path: FilePath) {
        self.path = path
    }

    /// Lets go of the file; the next lines open it again by its name.
    func close() {
        file = nil
    }

    /// Appends lines in one write, and waits until they are on the disk.
    ///
    /// Without lines it waits for earlier ones, whose wait may have failed.
    ///
    /// - Parameters:
    ///   - lines: without their ends.
    ///   - isTorn: whether an unfinished line at the end is one of ours that a crash cut off; it is
    ///     removed then. Any other gets its missing end.
    /// - Throws: when the file cannot be opened or written; nothing is appended then.
    func append(
        _ lines: [String],
        removingTorn isTorn: ([UInt8]) -> Bool
    ) throws(SystemError) {
        guard !lines.isEmpty else {
            try file?.synchronize()
            return
        }
        let file = try current()
        try mend(file, isTorn)
        try file.append(lines.flatMap { Array($0.utf8) + [Self.lineEnd] })
        try file.synchronize()
    }

    /// The last lines of the file, after those of the one it was before its last rotation (`….1`).
    ///
    /// At most `limit` bytes of each are read; an unfinished line counts as none.
    ///
    /// - Throws: when one is there and cannot be read.
    func lastLines(limit: Int = 8 << 20) throws(SystemError) -> [String] {
        let rotated = path.parent.appending(path.nameBytes + Array(".1".utf8))
        return try Self.lines(of: rotated, limit) + Self.lines(of: path, limit)
    }

    private static let lineEnd = UInt8(ascii: "\n")

    /// The open file, as long as its name still leads to it.
    private func current() throws(SystemError) -> FileDescriptor {
        if let file, try isNamed(file) { return file }
        let opened = try FileDescriptor.open(path, [.readWrite, .create, .append, .noFollow])
        // The name of a file just made must outlive a power cut, like its content.
        if try opened.status().size == 0 { try Folder.synchronize(path.parent) }
        file = opened
        return opened
    }

    private func isNamed(_ file: FileDescriptor) throws(SystemError) -> Bool {
        do {
            let named = try FileStatus.of(path)
            let open = try file.status()
            return named.inode == open.inode && named.device == open.device
        } catch  where error.isMissing {
            return false
        }
    }

    private func mend(_ file: FileDescriptor, _ isTorn: ([UInt8]) -> Bool) throws(SystemError) {
        let size = Int(try file.status().size)
        let tail = try Self.bytes(of: file, size: size, limit: 1 << 20)
        let rest = Array(tail.suffix(while: { $0 != Self.lineEnd }))
        guard !rest.isEmpty else { return }
        if isTorn(rest) {
            try file.truncate(to: Int64(size - rest.count))
        } else {
            try file.append([Self.lineEnd])
        }
    }

    private static func lines(of path: FilePath, _ limit: Int) throws(SystemError) -> [String] {
        do {
            let file = try FileDescriptor.open(path, [.noFollow, .nonBlocking])
            let size = Int(try file.status().size)
            let tail = try bytes(of: file, size: size, limit: limit)
            let whole = tail.prefix(tail.count - tail.suffix(while: { $0 != lineEnd }).count)
            return whole.split(separator: lineEnd).map { String(decoding: $0, as: UTF8.self) }
        } catch  where error.isMissing {
            return []
        }
    }

    private static func bytes(
        of file: FileDescriptor,
        size: Int,
        limit: Int
    ) throws(SystemError) -> [UInt8] {
        let start = max(0, size - limit)
        let buffer = UnsafeMutableRawBufferPointer.allocate(
            byteCount: size - start,
            alignment: 16
        )
        defer { buffer.deallocate() }
        var count = 0
        while count < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
            let read = try file.read(at: start + count, into: rest)
            if read == 0 { break }
            count += read
        }
        return Array(buffer[..<count])
    }
}

extension Array {
    /// The longest end of which every element satisfies a condition.
    fileprivate func suffix(while holds: (Element) -> Bool) -> ArraySlice<Element> {
        var start = endIndex
        while start > startIndex, holds(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}
