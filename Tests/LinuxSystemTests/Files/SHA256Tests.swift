import LinuxSystem
import Testing
import TestSupport

struct SHA256Tests {
    /// Examples of FIPS 180-4 and of NIST's example values for SHA-256.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `the examples of the standard hold`(text: String, digest: String) {
        #expect(SHA256.of(Array(text.utf8)) == digest)
    }

    @Test func `a million times a, in uneven pieces`() {
        let hash = SHA256()
        var left = 1_000_000
        while left > 0 {
            let piece = [UInt8](repeating: UInt8(ascii: "a"), count: min(left, 7919))
            piece.withUnsafeBytes { hash.update($0) }
            left -= piece.count
        }
        #expect(
            hash.finish() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        )
    }

    @Test func `how the bytes are cut does not matter`() {
        var generator = SeededGenerator(seed: 3)
        let bytes = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let whole = SHA256.of(bytes)
        for _ in 0..<50 {
            let hash = SHA256()
            var rest = bytes[...]
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 0...700, using: &generator))
                piece.withUnsafeBytes { hash.update($0) }
                rest = rest.dropFirst(piece.count)
            }
            #expect(hash.finish() == whole)
        }
    }
}
