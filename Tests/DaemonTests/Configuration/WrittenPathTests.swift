import LinuxSystem
import Testing

@testable import Daemon

struct WrittenPathTests {
    private func path(_ text: String) -> String? {
        let base = FilePath("/etc/amble")
        return try? WrittenPath(text, base: base, home: FilePath("/home/kari")).path.shown
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

    @Test func `the state folder and what reaches it cannot be watched`() {
        func complaint(_ folder: String, _ isRecursive: Bool, state: String) -> String? {
            complaintAboutWatching(
                FilePath(folder),
                isRecursive: isRecursive,
                state: FilePath(state)
            )
        }
        #expect(complaint("/var/lib/amble", false, state: "/var/lib/amble/") != nil)
        #expect(complaint("/var/lib", true, state: "/var/lib/amble") != nil)
        #expect(complaint("/var/lib", false, state: "/var/lib/amble") == nil)
        #expect(complaint("/var/lib/amble/inbox", true, state: "/var/lib/amble") == nil)
        #expect(complaint("/home/kari", true, state: "/home/kari/.local/state/amble") == nil)
        #expect(complaint("/home/kari/.local", true, state: "/home/kari/.local/state") != nil)
    }
}
