import LinuxSystem
import Testing
import TestSupport

struct FilePathTests {
    @Test(arguments: [
        ("/a/b", "/a/b"), ("/a//b///", "/a/b"), ("/", "/"), ("///", "/"), ("", "."), (".", "."),
        ("./a/./b/.", "a/b"), ("/.", "/"), ("a/../b", "a/../b"), ("/a/.hidden", "/a/.hidden"),
    ])
    func `slashes and dots that mean nothing are dropped`(given: String, expected: String) {
        #expect(FilePath(given).shown == expected)
    }

    @Test(arguments: [
        ("/a/b.csv", "b.csv", "/a"), ("/a", "a", "/"), ("/", "/", "/"), ("a", "a", "."),
        ("a/b", "b", "a"),
    ])
    func `a path has a name and a folder`(path: String, name: String, parent: String) {
        #expect(FilePath(path).name == name)
        #expect(FilePath(path).parent == FilePath(parent))
    }

    @Test func `bytes that are no UTF-8 are kept and shown with a mark`() {
        let path = FilePath(bytes: Array("/a/".utf8) + [0x67, 0xFF, 0x68])
        #expect(path.shown == "/a/g\u{FFFD}h")
        #expect(path.nameBytes == [0x67, 0xFF, 0x68])
        #expect(path != FilePath("/a/g\u{FFFD}h"))
    }

    @Test func `a NUL does not cut a path short`() {
        let path = FilePath("/etc/passwd\0.csv")
        #expect(path.shown == "/etc/passwd\u{FFFD}.csv")
        #expect(path.withCString { String(cString: $0) } == "/etc/passwd\u{FFFD}.csv")
    }

    @Test func `something is inside a folder only below a slash`() {
        let folder = FilePath("/home/anna/Walks")
        #expect(FilePath("/home/anna/Walks/2026/a.csv").isInside(folder))
        #expect(!FilePath("/home/anna/Walks").isInside(folder))
        #expect(!FilePath("/home/anna/Walks2/a.csv").isInside(folder))
        #expect(!FilePath("/home/anna").isInside(folder))
        #expect(FilePath("/a").isInside(FilePath("/")))
        #expect(!FilePath("/").isInside(FilePath("/")))
        #expect(FilePath("a").isInside(FilePath(".")))
        #expect(!FilePath("/a").isInside(FilePath(".")))
    }

    @Test func `names are appended by text and by bytes`() {
        #expect(FilePath("/").appending("a") == FilePath("/a"))
        #expect(FilePath("/a").appending([0xC3, 0xA9]) == FilePath("/a/é"))
        #expect(FilePath(".").appending("a") == FilePath("a"))
    }

    @Test func `paths are ordered by bytes`() {
        let sorted = ["/b", "/a/z", "/a", "/B", "/ä"].map { FilePath($0) }.sorted()
        #expect(sorted.map(\.shown) == ["/B", "/a", "/a/z", "/b", "/ä"])
    }

    @Test func `whatever the bytes, a path keeps its rules`() {
        var generator = SeededGenerator(seed: 7)
        let alphabet: [UInt8] = [0, 46, 47, 47, 97, 255]
        for _ in 0..<2000 {
            let count = Int.random(in: 0..<9, using: &generator)
            let bytes = (0..<count).map { _ in alphabet[Int.random(in: 0..<6, using: &generator)] }
            let path = FilePath(bytes: bytes)
            #expect(!path.bytes.isEmpty && !path.bytes.contains(0))
            #expect(path.bytes == [47] || path.bytes.last != 47)
            #expect(FilePath(bytes: path.bytes) == path)
            #expect(path.isAbsolute == (bytes.first == 47))
            #expect(path.appending("x").isInside(path))
            #expect(path.appending("x").parent == path)
        }
    }
}
