import Testing

@testable import Formats

struct ForeignContentTests {
    @Test func `each kind of packed file is told to be unpacked`() {
        let beginnings: [[UInt8]] = [
            [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x1F, 0x8B, 8],
            [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0x28, 0xB5, 0x2F, 0xFD],
            [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], Array("Rar!\u{1A}".utf8), Array("BZh9".utf8),
        ]
        for bytes in beginnings {
            #expect(ForeignContent.sentence(forBeginning: bytes)?.contains("unpack it") == true)
        }
    }

    @Test func `a workbook is told from other archives`() {
        let head = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26)
        let workbook = head + Array("[Content_Types].xml".utf8)
        #expect(ForeignContent.sentence(forBeginning: workbook)?.contains("Excel") == true)
        let archive = head + Array("export.xml".utf8)
        #expect(ForeignContent.sentence(forBeginning: archive)?.contains("zip") == true)
    }

    @Test func `text and the beginning of a mark are nothing of the kind`() {
        for text in ["", "P", "PK", "timestamp,steps", "<gpx>", "FIT", ".FIT", "GIF", "%"] {
            #expect(ForeignContent.sentence(forBeginning: Array(text.utf8)) == nil, "\(text)")
        }
    }

    @Test func `roots are told whatever their case`() {
        #expect(ForeignContent.sentence(forRoot: "HTML").contains("web page"))
        #expect(ForeignContent.sentence(forRoot: "svg").contains("drawing"))
        #expect(
            ForeignContent.sentence(forRoot: "a\u{7}b")
                == #"this is XML of the kind "a\u{7}b", not an export of a pedometer"#
        )
    }
}
