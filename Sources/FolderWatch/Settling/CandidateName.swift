/// Which names can be those of data (DESIGN.md §3): temporary names and what programs and systems
/// leave lying about are passed over without a word.
enum CandidateName {
    /// Whether a file of this name may hold data.
    static func isFile(_ name: [UInt8]) -> Bool {
        guard let first = name.first, let last = name.last else { return false }
        // `.syncthing.x.tmp`, `.~lock.x#`, `._x` and `.DS_Store` all begin with a dot.
        if first == UInt8(ascii: ".") || last == UInt8(ascii: "~") { return false }
        // What office programs put beside an open file.
        if name.starts(with: "~$".utf8) { return false }
        let lower = lowercased(name)
        if neverData.contains(lower) { return false }
        return !temporaryEndings.contains { lower.hasSuffix($0) }
    }

    /// Whether a folder of this name is looked into; a watched folder itself may have any name.
    static func isFolder(_ name: [UInt8]) -> Bool {
        guard let first = name.first, first != UInt8(ascii: ".") else { return false }
        return !systemFolders.contains(lowercased(name))
    }

    /// Names that are not UTF-8 lose nothing that matters here: all words are ASCII.
    private static func lowercased(_ name: [UInt8]) -> String {
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        return String(
            decoding: name.map { capitals.contains($0) ? $0 | 0x20 : $0 },
            as: UTF8.self
        )
    }

    private static let temporaryEndings = [
        ".part", ".partial", ".crdownload", ".opdownload", ".filepart", ".tmp",
    ]

    private static let neverData: Set<String> = ["thumbs.db", "desktop.ini", "icon\r"]

    private static let systemFolders: Set<String> = [
        "@eadir", "#recycle", "$recycle.bin", "system volume information", "lost+found",
    ]
}
