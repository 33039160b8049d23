/// The names of eight letters and three that every entry has.
enum FATShortName {
    /// The name as people read it.
    ///
    /// - Parameters:
    ///   - bytes: the 11 bytes.
    ///   - caseFlags: the flags of Windows NT: 0x08 for a name in lower case, 0x10 for an extension.
    /// - Returns: `NAME.EXT`, `NAME` without an extension.
    static func text(_ bytes: [UInt8], caseFlags: UInt8) -> String {
        var bytes = bytes
        // 0xE5 marks a deleted entry, so that a name which begins with it is kept with 0x05.
        if bytes.first == 0x05 { bytes[0] = 0xE5 }
        var name = text(Array(bytes.prefix(8)).withoutSpacesAtEnd)
        var ending = text(Array(bytes.dropFirst(8)).withoutSpacesAtEnd)
        if caseFlags & 0x08 != 0 { name = name.lowercased() }
        if caseFlags & 0x10 != 0 { ending = ending.lowercased() }
        if name.isEmpty { name = "\u{FFFD}" }
        return ending.isEmpty ? name : name + "." + ending
    }

    /// Letters of the code page of the first PCs, 437; what is no letter is U+FFFD.
    static func text(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            if byte >= 0x80 {
                text.append(upperHalf[Int(byte) - 0x80])
            } else {
                text.append(UnicodeScalar(byte).asNameLetter)
            }
        }
        return String(text)
    }

    /// The check number that ties a long name to a short one (the FAT specification, "ChkSum").
    static func check(_ bytes: [UInt8]) -> UInt8 {
        bytes.prefix(11).reduce(0) { sum, byte in (sum >> 1 | sum << 7) &+ byte }
    }

    /// The letters 0x80–0xFF of code page 437 (the mapping that Unicode publishes as CP437.TXT).
    private static let upperHalf = Array(
        ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»"
            + "░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
            + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars
    )
}

extension UnicodeScalar {
    /// Itself, or U+FFFD for what must not stand in a name: a slash or a control character.
    var asNameLetter: UnicodeScalar {
        let isControl = value < 0x20 || (0x7F...0x9F).contains(value)
        return isControl || self == "/" ? "\u{FFFD}" : self
    }
}
