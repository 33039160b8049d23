internal import Model

/// The pages of a database, fetched one by one.
final class DatabaseFile {
    /// More pages than any export has; what is remembered of each is a bit.
    private static let mostPages = 1 << 27

    let header: DatabaseHeader
    /// How many whole pages there are.
    let pageCount: Int
    /// Whether the file has fewer pages than its header says, as one that is still being copied.
    let isTruncated: Bool

    private let source: any ByteSource

    /// Reads the header and finds out how long the file is.
    ///
    /// - Throws: `DatabaseRefusal`, or what the source throws.
    init(_ source: any ByteSource) throws {
        var bytes = [UInt8](repeating: 0, count: DatabaseHeader.bytes)
        let count = try bytes.withUnsafeMutableBytes { try source.fill($0, at: 0) }
        header = try DatabaseHeader(bytes.span.extracting(0..<count))
        self.source = source
        let size = header.pageBytes
        if let declared = header.declaredPages,
            try Self.hasByte(source, at: declared * size - 1)
        {
            pageCount = declared
            isTruncated = false
        } else {
            let count = try Self.length(of: source) / size
            pageCount = count
            isTruncated = header.declaredPages.map { $0 > count } ?? false
        }
        guard pageCount > 0 else {
            throw DatabaseRefusal("the database breaks off inside its first page; copy it again")
        }
        guard pageCount <= Self.mostPages else {
            throw DatabaseRefusal("the database has \(pageCount) pages, more than any export")
        }
    }

    /// Reads a page, from 1 on, into a buffer of the size of a page.
    ///
    /// - Returns: false when there is no such page.
    /// - Throws: only what the source throws.
    func load(_ page: Int, into buffer: inout [UInt8]) throws -> Bool {
        guard page >= 1, page <= pageCount, buffer.count == header.pageBytes else { return false }
        let offset = (page - 1) * header.pageBytes
        let count = try buffer.withUnsafeMutableBytes { try source.fill($0, at: offset) }
        return count == header.pageBytes
    }

    /// Where a page stands in the file, for problems.
    func place(of page: Int, row: Int = 0) -> TextPlace {
        TextPlace(line: row, column: 0, byte: max(0, page - 1) * header.pageBytes)
    }

    private static func hasByte(_ source: any ByteSource, at offset: Int) throws -> Bool {
        var byte: UInt8 = 0
        return try withUnsafeMutableBytes(of: &byte) { try source.fill($0, at: offset) } == 1
    }

    /// The length of the file, by trying where it still has bytes.
    private static func length(of source: any ByteSource) throws -> Int {
        var bound = 1
        while bound < 1 << 46, try hasByte(source, at: bound - 1) { bound *= 2 }
        var (known, beyond) = (bound / 2, bound)
        while beyond - known > 1 {
            let middle = known + (beyond - known) / 2
            if try hasByte(source, at: middle - 1) { known = middle } else { beyond = middle }
        }
        return known
    }
}
