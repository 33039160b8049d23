import TestSupport
import Testing

@testable import Store

struct PackedReaderTests {
    @Test func `numbers of every size come back`() throws {
        var generator = SeededGenerator(seed: 1)
        var numbers: [Int64] = [0, 1, -1, 63, 64, -64, -65, 8191, 8192, .max, .min]
        for _ in 0..<1000 {
            numbers.append(
                Int64(bitPattern: generator.next()) >> Int64.random(in: 0...63, using: &generator)
            )
        }
        var writer = PackedWriter()
        for number in numbers {
            writer.signed(number)
            writer.unsigned(UInt64(bitPattern: number))
            writer.optional(number)
        }
        writer.optional(nil)
        var reader = PackedReader(writer.bytes)
        for number in numbers {
            #expect(try reader.signed() == number)
            #expect(try reader.unsigned() == UInt64(bitPattern: number))
            #expect(try reader.optional() == number)
        }
        #expect(try reader.optional() == nil)
        try reader.finish()
    }

    @Test func `small magnitudes take one byte whatever their sign`() {
        var writer = PackedWriter()
        for number in Int64(-64)...63 { writer.signed(number) }
        #expect(writer.bytes.count == 128)
        writer.removeAll()
        #expect(writer.bytes.isEmpty)
        writer.signed(64)
        #expect(writer.bytes == [0x80, 0x01])
    }

    @Test func `texts come back, empty ones and those of many bytes too`() throws {
        let texts = ["", "watch", "Ålesund 🚶", String(repeating: "x", count: 300)]
        var writer = PackedWriter()
        for text in texts { writer.text(text) }
        var reader = PackedReader(writer.bytes)
        for text in texts { #expect(try reader.text() == text) }
        #expect(reader.remaining == 0)
    }

    @Test func `what is cut off, too long or left over is a problem and not a trap`() {
        let endless = [UInt8](repeating: 0x80, count: 11)
        #expect(throws: PackingProblem.self) {
            var reader = PackedReader(endless)
            _ = try reader.unsigned()
        }
        #expect(throws: PackingProblem.self) {
            var reader = PackedReader([])
            _ = try reader.byte()
        }
        #expect(throws: PackingProblem.self) {
            var reader = PackedReader([5, 1, 2])
            _ = try reader.text()
        }
        #expect(throws: PackingProblem.self) {
            var reader = PackedReader([0xFE, 0x07])
            let _: UInt8 = try reader.narrow()
        }
        #expect(throws: PackingProblem.self) {
            var reader = PackedReader([2])
            _ = try reader.optional()
        }
        #expect(throws: PackingProblem.self) {
            var reader = PackedReader([2, 0])
            try reader.version(1)
        }
        #expect(throws: PackingProblem.self) { try PackedReader([0]).finish() }
    }
}
