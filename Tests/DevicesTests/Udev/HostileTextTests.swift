import LinuxSystem
import TestSupport
import Testing

@testable import Devices

@Suite("Hostile text from devices and mounts")
struct HostileTextTests {
    private let line = Array(#"36 25 8:17 / /media/a\040b rw shared:1 - vfat /dev/sdb1 rw"#.utf8)

    @Test("Any bytes in the table of mounts are read or left out", arguments: 0..<20)
    func mounts(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let marks = Array(" \\-/:0789\n\t#\u{0}".utf8) + [0xFF]
        for _ in 0..<200 {
            var text = line
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let place = Int.random(in: 0..<text.count, using: &generator)
                text[place] = marks.randomElement(using: &generator) ?? 0
            }
            text.removeLast(Int.random(in: 0..<text.count, using: &generator))
            for mount in MountTable(text: text + [0x0A] + line).mounts {
                #expect(mount.folder.isAbsolute)
            }
        }
    }

    @Test(
        "Broken escapes stay as they are",
        arguments: [#"\"#, #"\x"#, #"\x2"#, #"\xZZ"#, #"a\x4"#]
    )
    func brokenEscapes(text: String) {
        #expect(UdevText.decoded(text) == text)
    }

    @Test("Whole escapes become bytes, and bytes that are not UTF-8 a mark")
    func escapes() {
        #expect(UdevText.decoded(#"\x41\x5C\x78"#) == #"A\x"#)
        #expect(UdevText.decoded(#"\xff!"#) == "\u{FFFD}!")
    }

    @Test("A name of nothing but signs is no name", arguments: ["", "  ", "___", "\u{7}\u{200B}"])
    func noName(text: String) {
        #expect(UdevText.cleaned(text) == nil)
    }

    @Test("Cleaning is bounded, stays on one line, and done once is done", arguments: 0..<20)
    func cleaned(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let letters: [Character] = [
            "a", "e\u{301}\u{302}", " ", "\n", "\r\n", "\u{202E}", "\u{FFFD}", "7", "👟",
        ]
        let text = String((0..<150).map { _ in letters.randomElement(using: &generator) ?? "a" })
        guard let name = UdevText.cleaned(text) else { return }
        #expect(name.unicodeScalars.count <= 64)
        #expect(!name.contains { $0.isNewline })
        #expect(!name.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0xFFFD })
        #expect(UdevText.cleaned(name) == name)
    }
}
