import LinuxSystem
import Model
import Testing

@testable import Daemon

struct FileTallyTests {
    @Test func `an idle daemon says what it watches`() {
        #expect(FileTally().sentence(folders: 1) == "Watching 1 folder · 0 files taken")
        #expect(FileTally().sentence(folders: 2) == "Watching 2 folders · 0 files taken")
    }

    @Test func `files are counted by what became of them`() {
        var tally = FileTally()
        tally.count(record(.taken, path: "/a"))
        #expect(tally.sentence(folders: 1) == "Watching 1 folder · 1 file taken")
        tally.count(record(.partly, path: "/b"))
        tally.count(record(.refused, path: "/c"))
        tally.count(record(.waiting, path: "/d"))
        #expect(
            tally.sentence(folders: 1)
                == "Watching 1 folder · 2 files taken, 1 refused, 1 waiting"
        )
    }

    @Test func `what was known before is not counted`() {
        var tally = FileTally()
        tally.count(record(.known, isNew: false))
        tally.count(record(.refused, isNew: false))
        #expect(tally.sentence(folders: 1) == "Watching 1 folder · 0 files taken")
    }

    @Test func `a file waits once, and no longer than until it is judged or gone`() {
        var tally = FileTally()
        for path in ["/a", "/a", "/b"] { tally.count(record(.waiting, path: path)) }
        #expect(tally.sentence(folders: 1).hasSuffix("0 files taken, 2 waiting"))
        tally.count(record(.taken, path: "/a"))
        #expect(tally.sentence(folders: 1).hasSuffix("1 file taken, 1 waiting"))
        tally.forget(FilePath("/b"))
        #expect(tally.sentence(folders: 1).hasSuffix("1 file taken"))
    }
}
