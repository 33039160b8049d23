import Model
import Testing

@testable import Formats

struct MendedXMLTests {
    /// All bytes of the mended text, read so many at once.
    private func mended(_ text: String, size: Int = 4096) throws -> String {
        let source = try MendedXML(MemoryBytes(Array(text.utf8)))
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: size)
        while true {
            let count = try buffer.withUnsafeMutableBytes {
                try source.read(at: bytes.count, into: $0)
            }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `sound files stay as they are, to the byte`() throws {
        for text in [
            "<?xml version=\"1.0\"?><gpx>\u{1}</gpx>", " <gpx/>", "", "   ",
            "<!DOCTYPE gpx [<!ELEMENT a EMPTY>]><gpx/>",
            "\n<?xml version=\"1.0\"?><gpx/>",
            "  <?xml version=\"1.0\" encoding=\"windows-1251\"?><gpx/>",
        ] {
            #expect(try mended(text) == text)
        }
    }

    @Test func `a declaration behind spaces becomes blanks`() throws {
        let blank = { String(repeating: " ", count: $0) }
        #expect(
            try mended("  <?xml version=\"1.0\"\n encoding=\"UTF-8\"?><gpx/>")
                == blank(21) + "\n" + blank(19) + "<gpx/>"
        )
    }

    @Test func `the types of Apple Health become blanks, line ends stay`() throws {
        let text = "<!DOCTYPE HealthData [\n<!ATTLIST a\n b CDATA\r\n]><HealthData/>"
        let blank = "<!DOCTYPE HealthData [\n           \n        \r\n]><HealthData/>"
        for size in [1, 2, 7, 16, 17, 100] { #expect(try mended(text, size: size) == blank) }
    }

    @Test func `types with entities stay, to be refused`() throws {
        let text = "<!DOCTYPE HealthData [<!ATTLIST a<!ENTITY b \"c\">]><HealthData/>\u{1}"
        #expect(try mended(text) == text)
    }

    @Test func `control characters of Apple Health become blanks, wherever the reads are cut`()
        throws
    {
        let head = "<!DOCTYPE HealthData []>"
        let text = String((0..<80).map { Character(Unicode.Scalar(UInt8($0))) })
        let blank = String(text.map { "\t\n\r".contains($0) || $0 >= " " ? $0 : " " })
        for size in [1, 15, 16, 17, 31, 200] {
            #expect(try mended(head + text, size: size) == head + blank)
        }
    }

    @Test func `a walk whose declaration stands behind blanks is read`() throws {
        let text = "          " + gpx(trkpt("1", "2", "2026-07-26T05:01:04Z"))
        let trial = try ReadingTrial(text)
        #expect(trial.report.outcome == .taken)
        #expect(trial.report.dialect == "gpx")
    }
}
