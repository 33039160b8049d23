/// A first look at a whole file, which tells whether it is text and how it is written.
///
/// The look is worth a pass of its own: the byte that is no UTF-8 may be the last one, and by then
/// names of sources would have been read wrongly. It runs at the speed of memory.
struct TextScan {
    /// How the text is written.
    let encoding: TextEncoding
    /// The length of the file in bytes.
    let byteCount: Int
    /// Whether the last line has its end; a file that is still being written often lacks it.
    let isLastLineEnded: Bool

    /// Why a file is no text.
    enum Refusal: Error, Hashable {
        case empty
        case binary
        case utf32

        /// One clause after the file's name.
        var reason: String {
            switch self {
            case .empty: "the file is empty"
            case .binary: "the file is not text; export it as CSV or GPX"
            case .utf32: "the text is written as UTF-32; save it as UTF-8"
            }
        }
    }

    /// Reads a file once.
    ///
    /// - Throws: what the source throws.
    static func scan(_ source: any ByteSource) throws -> Result<TextScan, Refusal> {
        var check = UTF8Check()
        var prefix: [UInt8] = []
        var last: UInt8 = 0
        var secondLast: UInt8 = 0
        var count = 0
        try source.forEachChunk(from: 0) { chunk in
            prefix.append(contentsOf: chunk.prefix(prefixLength - prefix.count))
            check.feed(chunk)
            count += chunk.count
            secondLast = chunk.count > 1 ? chunk[chunk.count - 2] : last
            last = chunk[chunk.count - 1]
            return true
        }
        return verdict(prefix: prefix, check: check, count: count).map { encoding in
            let isHighLast = encoding == .utf16LittleEndian
            let ending = isHighLast ? secondLast : last
            return TextScan(
                encoding: encoding,
                byteCount: count,
                isLastLineEnded: ending == .lineFeed || ending == .carriageReturn
            )
        }
    }

    /// Whether the beginning of a file can be text at all: no NULs and control characters but those
    /// of UTF-16 after its mark and the padding of loggers.
    static func looksLikeText(_ prefix: [UInt8]) -> Bool {
        var check = UTF8Check()
        prefix.withUnsafeBufferPointer { check.feed($0) }
        if case .success = verdict(prefix: prefix, check: check, count: prefix.count) {
            return true
        }
        return false
    }

    private static let prefixLength = 4096

    private static func verdict(
        prefix: [UInt8],
        check: UTF8Check,
        count: Int
    ) -> Result<TextEncoding, Refusal> {
        if count == 0 { return .failure(.empty) }
        if prefix.starts(with: [0xFF, 0xFE, 0, 0]) || prefix.starts(with: [0, 0, 0xFE, 0xFF]) {
            return .failure(.utf32)
        }
        let declared = prefix.withUnsafeBufferPointer(TextEncoding.declared(by:))
        if let declared, !declared.isUTF8 {
            return .success(declared)
        }
        // Some loggers pad short cells with a few NULs, Columbus's nearly a third of each line, and a
        // stray escape is one cell's trouble; what is compressed or compiled has far more of both.
        let isPadded = prefix.starts(with: "INDEX,TAG,DATE,TIME,".utf8)
        if check.nulCount > count / (isPadded ? 2 : 8)
            || prefix.count(where: isControl) > prefix.count / 32
        {
            return .failure(.binary)
        }
        if let declared { return .success(declared) }
        // A last character that is cut off is still one of UTF-8.
        return .success(check.isValid ? .utf8 : .windows1252)
    }

    /// A control character that no text has; tab, line ends, form feed, the end-of-file of DOS and
    /// NUL aside.
    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1A && byte != 0
    }
}

extension ByteSource {
    /// Reads on from a place to the end in bounded memory, until the closure returns `false`.
    func forEachChunk(
        from start: Int,
        size: Int = 262_144,
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Bool
    ) throws {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
        defer { buffer.deallocate() }
        var offset = start
        while true {
            let count = min(try read(at: offset, into: buffer), size)
            guard count > 0 else { return }
            offset += count
            let goesOn = try buffer.bindMemory(to: UInt8.self)[..<count].withUnsafeBufferPointer(
                body
            )
            if !goesOn { return }
        }
    }
}

extension Slice where Base == UnsafeMutableBufferPointer<UInt8> {
    fileprivate func withUnsafeBufferPointer<Value>(
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
    ) rethrows -> Value {
        try body(UnsafeBufferPointer(rebasing: self))
    }
}
