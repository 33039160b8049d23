import Model
import Testing

@testable import Formats

/// Documents in encodings other than UTF-8.
struct CodePageTests {
    /// What an element's text reads as, and how the encoding is called.
    private func text(
        _ declared: String,
        _ bytes: [UInt8]
    ) throws -> (text: String?, ending: XMLReader.Ending) {
        let head = "<?xml version=\"1.0\" encoding=\"\(declared)\"?><t>"
        let diary = XMLDiary()
        let ending = try XMLReader.read(
            MemoryBytes(Array(head.utf8) + bytes + Array("</t>".utf8)),
            into: diary
        )
        return (diary.lines.dropFirst().first, ending)
    }

    @Test(arguments: [
        ("WINDOWS-1251", [0xCC, 0xE0, 0xF0] as [UInt8], "Мар"),
        ("windows-1252", [0x80, 0xE9], "€é"), ("cp1252", [0x93], "“"),
        ("windows-1250", [0x9A, 0xB3], "šł"), ("ISO-8859-1", [0xE9], "é"),
        ("ISO-8859-2", [0xB9], "š"), ("iso-8859-15", [0xA4], "€"), ("KOI8-R", [0xC1], "а"),
        ("utf8", [0xC3, 0xA9, 0xF0, 0x9F, 0x99, 0x82], "é🙂"), ("UTF-8", [0xC3, 0xA9], "é"),
        ("us-ascii", [0x41], "A"),
    ])
    func `declared encodings are read`(name: String, bytes: [UInt8], expected: String) throws {
        let (text, ending) = try text(name, bytes)
        #expect(text == "> " + expected)
        #expect(ending.problem == nil)
        let shown = name.uppercased().hasPrefix("UTF") ? "UTF-8" : name.uppercased()
        #expect(ending.encoding == shown)
    }

    @Test func `a byte without a character is a mistake`() throws {
        #expect(try text("windows-1252", [0x81]).ending.problem != nil)
        #expect(try text("UTF-8", [0xE9]).ending.problem != nil)
    }

    @Test func `an unknown encoding is named`() throws {
        let ending = try text("EBCDIC-CP-US", [0x41]).ending
        #expect(ending.problem?.cause == .unknownEncoding("EBCDIC-CP-US"))
        #expect(ending.problem?.message.contains("save it as UTF-8") == true)
    }

    @Test(arguments: [true, false], [true, false])
    func `UTF-16 is read in either order`(isBigEndian: Bool, hasMark: Bool) throws {
        let text = (hasMark ? "\u{FEFF}" : "") + "<?xml version='1.0'?><t>é🙂</t>"
        let bytes = text.utf16.flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isBigEndian ? pair : pair.reversed()
        }
        let diary = XMLDiary()
        let ending = try XMLReader.read(MemoryBytes(bytes), into: diary)
        #expect(diary.lines.last == "> é🙂")
        #expect(ending.encoding == (isBigEndian ? "UTF-16BE" : "UTF-16LE"))
    }

    @Test func `every page has a character or a hole for every byte`() {
        for name in ["windows-1250", "windows-1251", "CP1252", "latin2", "latin9", "koi8-r"] {
            #expect(CodePage(named: name)?.upperHalf.count == 128, "\(name)")
        }
        #expect(CodePage(named: "utf-7") == nil)
    }
}
