/// Which names can be those of data (DESIGN.md §3): temporary names and what programs and systems
/// leave lying about are passed over without a word.
///
/// The same words hold for watched folders and for the trees of devices.
package enum CandidateName {
    /// Whether a file of this name may hold data.
    package static func isFile(_ name: [UInt8]) -> Bool {
        guard let first = name.first, let last = name.last else { return false }
        // `.syncthing.x.tmp`, `.~lock.x#`, `._x` and `.DS_Store` all begin with a dot.
        if first == UInt8(ascii: ".") || last == UInt8(ascii: "~") { return false }
        // What office programs put beside an open file.
        if first == UInt8(ascii: "~"), name.dropFirst().first == UInt8(ascii: "$") { return false }
        let lower = lowercased(name)
        if neverData.contains(lower) { return false }
        // Almost every name that is asked about ends otherwise.
        guard let dot = lower.lastIndex(of: UInt8(ascii: ".")) else { return true }
        return !temporaryExtensions.contains(Array(lower[(dot + 1)...]))
    }

    /// Whether a folder of this name is looked into; a watched folder itself may have any name.
    package static func isFolder(_ name: [UInt8]) -> Bool {
        guard let first = name.first, first != UInt8(ascii: ".") else { return false }
        return !systemFolders.contains(lowercased(name))
    }

    /// Bytes, not text: names need not be UTF-8, and all words here are ASCII.
    private static func lowercased(_ name: [UInt8]) -> [UInt8] {
        name.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
    }

    private static let temporaryExtensions = words(
        "part",
        "partial",
        "crdownload",
        "opdownload",
        "filepart",
        "tmp"
    )

    private static let neverData = words("thumbs.db", "desktop.ini", "icon\r")

    private static let systemFolders = words(
        "@eadir",
        "#recycle",
        "$recycle.bin",
        "system volume information",
        "lost+found"
    )

    private static func words(_ words: String...) -> Set<[UInt8]> {
        Set(words.map { Array($0.utf8) })
    }
}
