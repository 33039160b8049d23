import Model
import Testing

@testable import Formats

@Suite struct TextReaderTests {
    private func text(_ bytes: [UInt8], _ encoding: TextEncoding, largest: Int = 7) throws -> String
    {
        var text: [UInt8] = []
        let source = PatchyBytes(bytes, largest: largest, seed: 5)
        try TextReader(source, encoding: encoding).forEachPiece {
            text += $0
            return true
        }
        return String(decoding: text, as: UTF8.self)
    }

    @Test func `the mark is no part of the text`() throws {
        #expect(try text([0xEF, 0xBB, 0xBF] + Array("date\n".utf8), .utf8WithMark) == "date\n")
        let little = [0xFF, 0xFE] + TranscoderTests.utf16("date\n", isLittle: true)
        #expect(try text(little, .utf16LittleEndian) == "date\n")
    }

    @Test func `a prefix is as long as asked for, or the whole text`() throws {
        let reader = TextReader(MemoryBytes(Array("timestamp".utf8)), encoding: .utf8)
        #expect(try reader.prefix(4) == Array("time".utf8))
        #expect(try reader.prefix(100) == Array("timestamp".utf8))
    }

    @Test func `reading stops when nobody listens`() throws {
        var pieces = 0
        let source = PatchyBytes([UInt8](repeating: 0x61, count: 5000), largest: 10, seed: 1)
        try TextReader(source, encoding: .windows1252).forEachPiece { _ in
            pieces += 1
            return pieces < 3
        }
        #expect(pieces == 3)
    }

    @Test func `what the source throws comes through`() {
        final class Broken: ByteSource {
            struct Trouble: Error {}
            func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
                throw Trouble()
            }
        }
        #expect(throws: Broken.Trouble.self) { try TextReader(Broken(), encoding: .utf8).prefix(1) }
        #expect(throws: Broken.Trouble.self) { try CSVTrial(Broken()) }
    }

    @Test func `places of UTF-16 are those of the file`() throws {
        let text =
            "timestamp,steps,source\r\n2026-10-01T06:15:00Z,12,Größe\r\n2026-10-01T06:16:00Z,1x,a\r\n"
        let bytes = [0xFF, 0xFE] + TranscoderTests.utf16(text, isLittle: true)
        let trial = try CSVTrial(MemoryBytes(bytes))
        let place = trial.report.problems.first.first?.place
        #expect(trial.report.encoding == "UTF-16LE")
        #expect(trial.report.outcome == .partly)
        // 24 + 31 units stand before the third line, 21 before its second cell, and the mark.
        #expect(place == TextPlace(line: 3, column: 43, byte: 2 + 2 * (24 + 31 + 21)))
    }
}
