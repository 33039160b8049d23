import TestSupport
import Testing

@testable import Formats

@Suite struct UTF8CheckTests {
    private func isValid(_ bytes: [UInt8], pieces: Int = .max) -> Bool {
        var check = UTF8Check()
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(pieces))
            piece.withUnsafeBufferPointer { check.feed($0) }
            rest = rest.dropFirst(piece.count)
        }
        return check.isValid
    }

    @Test func `well-formed sequences of every length pass`() {
        #expect(isValid(Array("aé€😀\u{7FF}\u{800}\u{FFFD}\u{10FFFF}".utf8)))
        #expect(isValid([0xED, 0x9F, 0xBF, 0xEE, 0x80, 0x80]))
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF], [0xC3, 0x28],
        ] as [[UInt8]]
    )
    func `overlong forms, surrogates and stray bytes do not`(bytes: [UInt8]) {
        #expect(!isValid(bytes))
        #expect(!isValid(Array("0123456789".utf8) + bytes + Array("0123456789".utf8)))
    }

    @Test func `NULs are counted wherever they stand`() {
        var check = UTF8Check()
        Array("0123456\u{0}89\u{0}\u{0}".utf8).withUnsafeBufferPointer { check.feed($0) }
        #expect(check.nulCount == 3)
    }

    @Test func `the verdict is the standard library's, however the bytes are cut`() {
        var generator = SeededGenerator(seed: 7)
        let bytes = Array("a€😀é".utf8) + [0x80, 0xE0, 0xED, 0xF0, 0xF4]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                bytes.randomElement(using: &generator) ?? 0
            }
            // With a letter behind it no character can be cut off.
            let closed = text + [0x61]
            let expected = String(validating: closed, as: UTF8.self) != nil
            #expect(isValid(closed) == expected, "\(closed)")
            #expect(isValid(closed, pieces: 1) == expected, "\(closed)")
        }
    }
}
