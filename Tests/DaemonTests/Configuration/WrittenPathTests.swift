import Testing

@testable import Daemon

struct WrittenPathTests {
    private func path(_ text: String, home: String? = "/home/kari") -> String? {
        (try? WrittenPath(text, base: "/etc/amble", home: home))?.absolute
    }

    @Test(arguments: [
        ("/a/b", "/a/b"), ("/", "/"), ("/a//b/", "/a/b"), ("/a/./b/.", "/a/b"),
        ("in", "/etc/amble/in"), ("./in", "/etc/amble/in"), ("../in", "/etc/amble/../in"),
        ("~", "/home/kari"), ("~/", "/home/kari"), ("~/Walks", "/home/kari/Walks"),
        ("a~b", "/etc/amble/a~b"),
    ])
    func `a path becomes absolute and tidy`(text: String, expected: String) {
        #expect(path(text) == expected)
    }

    @Test(arguments: ["", "~ola", "~ola/x", "a\0b"])
    func `a path that leads nowhere is refused`(text: String) {
        #expect(path(text) == nil)
    }

    @Test(arguments: [nil, "", "home"])
    func `a tilde needs a home`(home: String?) {
        #expect(path("~/Walks", home: home) == nil)
        #expect(path("/Walks", home: home) == "/Walks")
    }

    @Test func `a folder contains itself and what lies in it, and no neighbour`() throws {
        func written(_ text: String) throws -> WrittenPath {
            try WrittenPath(text, base: "/", home: nil)
        }
        #expect(try written("/a").contains(written("/a")))
        #expect(try written("/a").contains(written("/a/b/c")))
        #expect(try written("/").contains(written("/a")))
        #expect(try !written("/a").contains(written("/ab")))
        #expect(try !written("/a/b").contains(written("/a")))
        #expect(try written("/a").steps(to: written("/a/b/c")) == ["b", "c"])
        #expect(try written("/").steps(to: written("/b")) == ["b"])
        #expect(try written("/a").steps(to: written("/b")).isEmpty)
    }

    @Test func `the state folder and what reaches it cannot be watched`() throws {
        func complaint(_ folder: String, _ isRecursive: Bool, state: String) throws -> String? {
            complaintAboutWatching(
                try WrittenPath(folder, base: "/", home: nil), isRecursive: isRecursive,
                state: state)
        }
        #expect(try complaint("/var/lib/amble", false, state: "/var/lib/amble/") != nil)
        #expect(try complaint("/var/lib", true, state: "/var/lib/amble") != nil)
        #expect(try complaint("/var/lib", false, state: "/var/lib/amble") == nil)
        #expect(try complaint("/var/lib/amble/inbox", true, state: "/var/lib/amble") == nil)
        #expect(try complaint("/home/kari", true, state: "/home/kari/.local/state/amble") == nil)
        #expect(try complaint("/home/kari/.local", true, state: "/home/kari/.local/state") != nil)
    }
}
