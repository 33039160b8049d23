/// Names of files in archives: what they promise, and how they are shown.
///
/// A name comes from anybody. It is shown and looked at, and never opened.
package enum ArchiveName {
    /// A longer name is cut in front, where the folders stand.
    private static let longest = 1024

    /// Extensions behind which there may be an export, or an archive of exports.
    private static let promising: Set<String> = [
        "csv", "tsv", "txt", "gpx", "tcx", "xml", "json", "db", "sqlite", "sqlite3", "fit", "zip",
        "gz", "",
    ]

    /// Whether it is worth while to look into a file of this name.
    ///
    /// Photos, films and pages of an archive are many and large, and are never exports.
    package static func mayHoldExport(_ name: String) -> Bool {
        promising.contains(fileExtension(name))
    }

    /// Whether a file is the archiver's own and nobody's data.
    static func isJunk(_ name: String) -> Bool {
        let parts = components(name)
        guard let last = parts.last else { return true }
        return parts.contains("__MACOSX") || last.hasPrefix(".") || last == "Thumbs.db"
            || last == "desktop.ini"
    }

    /// The extension in lower case, without the dot.
    static func fileExtension(_ name: String) -> String {
        let last = components(name).last ?? ""
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return "" }
        let found = last[last.index(after: dot)...].lowercased()
        // A name such as "2026.11.20" has no extension worth the name.
        return found.allSatisfy(\.isLetter) || found.count > 4 ? found : ""
    }

    /// The parts of a name without those that lead out of a folder; both slashes part them, since
    /// some archivers of Windows write the wrong one.
    package static func components(_ name: String) -> [String] {
        name.split { $0 == "/" || $0 == "\\" }
            .filter { $0 != "." && $0 != ".." }
            .map(String.init)
    }

    /// The name as it is shown behind the archive's: no way out of it, no control characters.
    package static func shown(_ name: String) -> String {
        let text = components(name).joined(separator: "/")
        let scalars = text.unicodeScalars.suffix(longest)
            .map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
        return String(String.UnicodeScalarView(scalars))
    }

    /// The name of what is packed in a gzip file that does not say it.
    package static func unpacked(_ name: String) -> String {
        let lower = name.lowercased()
        if lower.hasSuffix(".gz"), name.count > 3 { return String(name.dropLast(3)) }
        return name
    }

    /// Reads a name of a zip: UTF-8 where its flag says so or where it is, else code page 437, in
    /// which zip was born.
    static func text(_ bytes: [UInt8], isUTF8: Bool) -> String {
        if isUTF8 { return String(decoding: bytes, as: UTF8.self) }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return String(String.UnicodeScalarView(bytes.map { CodePage437.scalar($0) }))
    }
}

/// The characters of the IBM PC, in which zip writes names by default.
enum CodePage437 {
    private static let upper = Array(
        """
        ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
        αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
        """.unicodeScalars
    )

    /// The character of a byte.
    static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        guard byte >= 0x80 else { return Unicode.Scalar(byte) }
        let index = Int(byte) - 0x80
        return index < upper.count ? upper[index] : "\u{FFFD}"
    }
}
