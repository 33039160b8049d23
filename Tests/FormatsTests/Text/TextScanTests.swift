import Testing

@testable import Formats

@Suite struct TextScanTests {
    private func encoding(_ bytes: [UInt8]) throws -> TextEncoding? {
        try? TextScan.scan(MemoryBytes(bytes)).get().encoding
    }

    private func refusal(_ bytes: [UInt8]) throws -> TextScan.Refusal? {
        if case .failure(let refusal) = try TextScan.scan(MemoryBytes(bytes)) { return refusal }
        return nil
    }

    @Test func `ASCII and UTF-8 are UTF-8`() throws {
        #expect(try encoding(Array("time,steps\n".utf8)) == .utf8)
        #expect(try encoding(Array("Größe,步\n".utf8)) == .utf8)
    }

    @Test func `a byte order mark declares the encoding`() throws {
        #expect(try encoding([0xEF, 0xBB, 0xBF, 0x61]) == .utf8WithMark)
        #expect(try encoding([0xFF, 0xFE, 0x61, 0]) == .utf16LittleEndian)
        #expect(try encoding([0xFE, 0xFF, 0, 0x61]) == .utf16BigEndian)
    }

    @Test func `a mark is found even when the first read yields one byte`() throws {
        let source = PatchyBytes([0xEF, 0xBB, 0xBF, 0x61, 0x0A], largest: 1, seed: 1)
        #expect(try TextScan.scan(source).get().encoding == .utf8WithMark)
    }

    @Test func `what is no UTF-8 is guessed to be Windows-1252, and the name says so`() throws {
        let text = Array("Gr".utf8) + [0xF6, 0xDF] + Array("e\n".utf8)
        #expect(try encoding(text) == .windows1252)
        #expect(TextEncoding.windows1252.name == "Windows-1252 (guessed)")
        #expect(try encoding([UInt8](repeating: 0x61, count: 600_000) + [0xE4]) == .utf8)
        #expect(
            try encoding([UInt8](repeating: 0x61, count: 600_000) + [0xE4, 0x61]) == .windows1252
        )
    }

    @Test func `binary files are refused with a reason`() throws {
        #expect(try refusal([]) == .empty)
        #expect(try refusal([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]) == .binary)
        #expect(try refusal(Array("text".utf8) + [0, 0, 0, 0]) == .binary)
        #expect(try refusal([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]) == .utf32)
        #expect(TextScan.Refusal.binary.reason.contains("not text"))
    }

    @Test func `the padding of loggers is no sign of a binary file`() throws {
        #expect(try encoding(Array("68\0\0,T,090404,063510,31.7N,035.2E\n".utf8)) == .utf8)
    }

    @Test func `the end of the last line is seen in every encoding`() throws {
        func isEnded(_ bytes: [UInt8]) throws -> Bool {
            try TextScan.scan(MemoryBytes(bytes)).get().isLastLineEnded
        }
        #expect(try isEnded(Array("a\n".utf8)))
        #expect(try isEnded(Array("a\r".utf8)))
        #expect(try !isEnded(Array("a\nb".utf8)))
        #expect(try isEnded([0xFF, 0xFE, 0x61, 0, 0x0A, 0]))
        #expect(try isEnded([0xFE, 0xFF, 0, 0x61, 0, 0x0A]))
        #expect(try !isEnded([0xFE, 0xFF, 0, 0x0A, 0, 0x61]))
    }

    @Test func `a prefix that can be text is told from one that cannot`() {
        #expect(CSVReader.looksLikeText(Array("timestamp,steps\n".utf8)))
        #expect(CSVReader.looksLikeText([0xFF, 0xFE, 0x61, 0]))
        #expect(!CSVReader.looksLikeText([0x1F, 0x8B, 0x08, 0]))
        #expect(!CSVReader.looksLikeText([]))
    }
}
