import Glibc

/// A path as the system knows it: bytes, which need not be UTF-8.
///
/// Repeated and closing slashes and `.` components are dropped, `..` is kept (a link may stand
/// before it). A NUL cannot stand in a path; it becomes U+FFFD, so that no other file is meant by
/// accident.
package struct FilePath: Hashable, Comparable, Sendable {
    /// The bytes; never empty, no NUL, no slash at the end but for `/` itself.
    package let bytes: [UInt8]

    /// Makes a path of its text.
    package init(_ string: String) {
        self.init(bytes: Array(string.utf8))
    }

    /// Makes a path of its bytes; no bytes mean the current folder, `.`.
    package init(bytes: [UInt8]) {
        self.bytes = FilePath.normalized(bytes)
    }

    private init(normalized bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Orders by bytes, which is the same on every machine and in every language.
    package static func < (left: FilePath, right: FilePath) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    /// The text a person reads; bytes that are not UTF-8 are shown as U+FFFD (COMMANDS.md §5).
    package var shown: String { String(decoding: bytes, as: UTF8.self) }

    /// The text of the last component; bytes that are not UTF-8 are shown as U+FFFD.
    package var name: String { String(decoding: nameBytes, as: UTF8.self) }

    /// The bytes of the last component; those of `/` are `/`.
    package var nameBytes: [UInt8] {
        guard bytes != [FilePath.slash], let last = bytes.lastIndex(of: FilePath.slash) else {
            return bytes
        }
        return Array(bytes[(last + 1)...])
    }

    /// Whether it begins at the root.
    package var isAbsolute: Bool { bytes.first == FilePath.slash }

    /// The folder it stands in: `/` for `/`, `.` for a lone name.
    package var parent: FilePath {
        guard let last = bytes.lastIndex(of: FilePath.slash) else { return FilePath(".") }
        return last == 0 ? FilePath("/") : FilePath(normalized: Array(bytes[..<last]))
    }

    /// The path of something inside this folder.
    package func appending(_ name: String) -> FilePath {
        appending(Array(name.utf8))
    }

    /// The path of something inside this folder, by the bytes of its name.
    package func appending(_ name: [UInt8]) -> FilePath {
        let isPlain = !name.isEmpty && name != FilePath.here && bytes.count > 1
        // Names out of folders need no second look, and there are many of them.
        guard isPlain, !name.contains(where: { $0 == 0 || $0 == FilePath.slash }) else {
            return FilePath(bytes: bytes + [FilePath.slash] + name)
        }
        var path: [UInt8] = []
        path.reserveCapacity(bytes.count + 1 + name.count)
        path += bytes
        path.append(FilePath.slash)
        path += name
        return FilePath(normalized: path)
    }

    /// Whether it stands somewhere below a folder; a folder is not inside itself.
    package func isInside(_ folder: FilePath) -> Bool {
        if folder.bytes == [FilePath.slash] { return isAbsolute && bytes.count > 1 }
        if folder.bytes == FilePath.here { return !isAbsolute && bytes != FilePath.here }
        return bytes.count > folder.bytes.count && bytes.starts(with: folder.bytes)
            && bytes[folder.bytes.count] == FilePath.slash
    }

    /// Calls with the path as C takes it; the pointer holds only during the call.
    package func withCString<Result, Failure: Error>(
        _ body: (UnsafePointer<CChar>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let characters = ContiguousArray((bytes + [0]).lazy.map { CChar(bitPattern: $0) })
        return try characters.withUnsafeBufferPointer { buffer throws(Failure) in
            guard let base = buffer.baseAddress else { preconditionFailure("an empty C string") }
            return try body(base)
        }
    }

    private static let slash = UInt8(ascii: "/")
    private static let here = [UInt8(ascii: ".")]

    private static func normalized(_ raw: [UInt8]) -> [UInt8] {
        var result: [UInt8] = raw.first == slash ? [slash] : []
        for part in raw.split(separator: slash) where Array(part) != here {
            if let last = result.last, last != slash { result.append(slash) }
            for byte in part { result += byte == 0 ? [0xEF, 0xBF, 0xBD] : [byte] }
        }
        return result.isEmpty ? here : result
    }
}
