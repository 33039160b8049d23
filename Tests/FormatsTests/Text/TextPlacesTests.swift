import Model
import TestSupport
import Testing

@testable import Formats

@Suite struct TextPlacesTests {
    private func translate(
        _ places: [TextPlace],
        _ bytes: [UInt8],
        _ encoding: TextEncoding
    ) throws -> [TextPlace] {
        let source = PatchyBytes(bytes, largest: 3, seed: 1)
        let problems = ProblemList(places.map { Problem(at: $0, "odd") })
        return try TextPlaces(source, encoding: encoding).translate(problems).first.map(\.place)
    }

    @Test func `UTF-8 needs no translation`() throws {
        let place = TextPlace(line: 1, column: 2, byte: 1)
        #expect(try translate([place], Array("äb".utf8), .utf8) == [place])
    }

    @Test func `two bytes of UTF-8 are one of Windows-1252`() throws {
        // "ä,ö\nü,x": in UTF-8 "ö" begins at byte 3 and "x" at 9 of the text.
        let bytes: [UInt8] = [0xE4, 0x2C, 0xF6, 0x0A, 0xFC, 0x2C, 0x78]
        let places = [
            TextPlace(line: 1, column: 4, byte: 3), TextPlace(line: 2, column: 4, byte: 9),
            TextPlace(line: 2, column: 0, byte: 6),
        ]
        #expect(
            try translate(places, bytes, .windows1252) == [
                TextPlace(line: 1, column: 3, byte: 2), TextPlace(line: 2, column: 3, byte: 6),
                TextPlace(line: 2, column: 0, byte: 4),
            ]
        )
    }

    @Test func `the whole file and an empty cell at its end have places too`() throws {
        let end = TextPlace(line: 1, column: 4, byte: 3)
        #expect(
            try translate([.wholeFile, end], [0xE4, 0x2C], .windows1252) == [
                .wholeFile, TextPlace(line: 1, column: 3, byte: 2),
            ]
        )
    }

    @Test func `problems beyond the capacity stay counted`() throws {
        let many = ProblemList((0..<250).map { _ in Problem(at: .wholeFile, "odd") })
        let found = try TextPlaces(MemoryBytes([0x61]), encoding: .windows1252).translate(many)
        #expect(found.count == 250)
        #expect(found.first.count == ProblemList.capacity)
    }

    @Test func `every character of a text is found where it was written`() throws {
        var generator = SeededGenerator(seed: 31)
        let alphabet: [Character] = ["a", "ä", "€", "😀", ","]
        for _ in 0..<100 {
            let text = String(
                (0..<20).compactMap { _ in alphabet.randomElement(using: &generator) }
            )
            let bytes = [0xFF, 0xFE] + TranscoderTests.utf16(text, isLittle: true)
            var textByte = 0
            var fileByte = 2
            for character in text {
                let place = TextPlace(line: 1, column: textByte + 1, byte: textByte)
                let expected = TextPlace(line: 1, column: fileByte - 1, byte: fileByte)
                #expect(try translate([place], bytes, .utf16LittleEndian) == [expected])
                textByte += String(character).utf8.count
                fileByte += String(character).utf16.count * 2
            }
        }
    }
}
