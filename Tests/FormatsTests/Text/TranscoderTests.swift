import TestSupport
import Testing

@testable import Formats

@Suite struct TranscoderTests {
    private func text(_ bytes: [UInt8], _ encoding: TextEncoding, pieces: Int = .max) -> String {
        var transcoder = Transcoder(encoding)
        var text: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(pieces))
            piece.withUnsafeBufferPointer { transcoder.transcode($0, into: &text) }
            rest = rest.dropFirst(piece.count)
        }
        transcoder.finish(into: &text)
        return String(decoding: text, as: UTF8.self)
    }

    static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isLittle ? [low, high] : [high, low]
        }
    }

    @Test func `UTF-16 of both byte orders becomes the same text, cut anywhere`() {
        let sample = "Größe,步,😀\r\n"
        for size in [1, 2, 3, 100] {
            let little = Self.utf16(sample, isLittle: true)
            #expect(text(little, .utf16LittleEndian, pieces: size) == sample)
            let big = Self.utf16(sample, isLittle: false)
            #expect(text(big, .utf16BigEndian, pieces: size) == sample)
        }
    }

    @Test func `half a surrogate pair and an odd byte become U+FFFD`() {
        #expect(text([0x00, 0xD8, 0x61, 0], .utf16LittleEndian) == "\u{FFFD}a")
        #expect(text([0x00, 0xDC, 0x61, 0], .utf16LittleEndian) == "\u{FFFD}a")
        #expect(text([0x61, 0, 0x00, 0xD8], .utf16LittleEndian) == "a\u{FFFD}")
        #expect(text([0x61, 0, 0x62], .utf16LittleEndian) == "a\u{FFFD}")
    }

    @Test func `Windows-1252 differs from Latin-1 where its table says`() {
        #expect(text([0x61, 0xE4, 0x80, 0x99, 0xFF], .windows1252) == "aä€™ÿ")
        #expect(text([0x81, 0x8D], .windows1252) == "\u{FFFD}\u{FFFD}")
    }

    @Test func `any bytes become text that is UTF-8`() {
        var generator = SeededGenerator(seed: 3)
        for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian, .windows1252] {
            for _ in 0..<300 {
                let bytes = (0..<9).map { _ in UInt8.random(in: 0...255, using: &generator) }
                var transcoder = Transcoder(encoding)
                var out: [UInt8] = []
                bytes.withUnsafeBufferPointer { transcoder.transcode($0, into: &out) }
                transcoder.finish(into: &out)
                #expect(String(validating: out, as: UTF8.self) != nil)
            }
        }
    }
}
