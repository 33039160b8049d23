import TestSupport
@testable import FolderWatch
import Glibc
import LinuxSystem
import Testing

struct FolderTrackerTests {
    private final class Notes {
        var troubles: [FolderTrouble] = []
    }

    private let notes = Notes()

    private func tracker(
        _ folders: [WatchedFolder],
        _ events: FakeEvents = FakeEvents()
    ) -> FolderTracker {
        let notes = notes
        return FolderTracker(scope: WatchScope(folders), events: events) {
            notes.troubles.append($0)
        }
    }

    private func deep(_ path: FilePath) -> WatchedFolder {
        WatchedFolder(path: path, isRecursive: true, tag: 0)
    }

    private func names(_ found: [FolderTracker.Found]) -> [String] {
        Set(found.map(\.path.name)).sorted()
    }

    @Test func `every folder is listened to and its files are named`() throws {
        try withTemporaryFolder { folder in
            let events = FakeEvents()
            for name in ["a/b", "@eaDir", ".git"] { try Folder.make(folder.appending(name)) }
            for name in ["1", "a/2", "a/b/3", "@eaDir/4", ".git/5", "6.part"] {
                try makeFile(folder.appending(name))
            }
            let found = tracker([deep(folder)], events).surveyAll(.anew)
            #expect(names(found) == ["1", "2", "3"])
            #expect(found.allSatisfy { !$0.wasToBeHeardOf })
            #expect(
                events.paths == [folder, folder.appending("a"), folder.appending("a/b")]
            )
        }
    }

    @Test func `a flat folder is listened to alone`() throws {
        try withTemporaryFolder { folder in
            let events = FakeEvents()
            try Folder.make(folder.appending("a"))
            let flat = WatchedFolder(path: folder, isRecursive: false, tag: 0)
            #expect(tracker([flat], events).surveyAll(.anew).isEmpty)
            #expect(events.paths == [folder])
        }
    }

    @Test func `a new folder is listened to with what is in it already`() throws {
        try withTemporaryFolder { folder in
            let events = FakeEvents()
            let tracker = tracker([deep(folder)], events)
            _ = tracker.surveyAll(.anew)
            let new = folder.appending("new")
            try Folder.make(new.appending("inner"))
            try makeFile(new.appending("inner/a"))
            let found = tracker.take(events.event(.created, new, isFolder: true), at: new)
            #expect(names(found) == ["a"])
            #expect(events.paths == [folder, new, new.appending("inner")])
        }
    }

    @Test func `a folder that moved away is listened to no more`() throws {
        try withTemporaryFolder { folder in
            let events = FakeEvents()
            let (old, new) = (folder.appending("old"), folder.appending("new"))
            try Folder.make(old.appending("inner"))
            try makeFile(old.appending("inner/a"))
            let tracker = tracker([deep(folder)], events)
            _ = tracker.surveyAll(.anew)
            let mark = events.mark(of: old)
            try File.rename(old, to: new)
            #expect(tracker.take(events.event(.movedOut, old, isFolder: true), at: old).isEmpty)
            #expect(events.paths == [folder])
            let found = tracker.take(events.event(.movedIn, new, isFolder: true), at: new)
            #expect(found.map(\.path) == [new.appending("inner/a")])
            #expect(tracker.folderIsGone(FolderEvent(.folderMoved, mark)).isEmpty)
            #expect(events.paths == [folder, new, new.appending("inner")])
        }
    }

    @Test func `a missing folder is waited for where it will come`() throws {
        try withTemporaryFolder { folder in
            let events = FakeEvents()
            let root = folder.appending("a/b")
            let tracker = tracker([deep(root)], events)
            #expect(tracker.surveyAll(.anew).isEmpty)
            #expect(notes.troubles == [.missing(root)])
            #expect(events.paths == [folder])
            #expect(events.interest(in: folder) == .arrivals)
            try Folder.make(folder.appending("a"))
            _ = tracker.take(
                events.event(.created, folder.appending("a"), isFolder: true),
                at: folder.appending("a")
            )
            #expect(events.paths == [folder.appending("a")])
            try Folder.make(root)
            try makeFile(root.appending("x"))
            let found = tracker.take(events.event(.created, root, isFolder: true), at: root)
            #expect(names(found) == ["x"])
            #expect(events.paths == [root])
            #expect(events.interest(in: root) == .everything)
            #expect(notes.troubles == [.missing(root)])
        }
    }

    @Test func `a folder made in one go is found although its event named only the first`() throws {
        try withTemporaryFolder { folder in
            let events = FakeEvents()
            let root = folder.appending("a/b/c")
            let tracker = tracker([deep(root)], events)
            _ = tracker.surveyAll(.anew)
            try Folder.make(root)
            let first = folder.appending("a")
            _ = tracker.take(events.event(.created, first, isFolder: true), at: first)
            #expect(events.paths == [root])
        }
    }

    @Test func `a watched folder that is removed and brought back is taken up again`() throws {
        try withTemporaryFolder { folder in
            let events = FakeEvents()
            let root = folder.appending("root")
            try Folder.make(root)
            let tracker = tracker([deep(root)], events)
            _ = tracker.surveyAll(.anew)
            for round in 1...3 {
                removeAll(root)
                _ = tracker.folderIsGone(FolderEvent(.folderGone, events.mark(of: root)))
                #expect(events.paths == [folder])
                try Folder.make(root)
                _ = tracker.take(events.event(.created, root, isFolder: true), at: root)
                #expect(events.paths == [root])
                #expect(notes.troubles.count == round)
            }
        }
    }

    @Test func `a folder replaced by another is listened to anew`() throws {
        try withTemporaryFolder { folder in
            let events = FakeEvents()
            let root = folder.appending("root")
            try Folder.make(root)
            let tracker = tracker([deep(root)], events)
            _ = tracker.surveyAll(.anew)
            let before = events.mark(of: root)
            try File.rename(root, to: folder.appending("old"))
            try Folder.make(root)
            _ = tracker.surveyAll(.check)
            #expect(events.mark(of: root) != before)
            #expect(events.paths == [root])
        }
    }

    @Test func `a watched folder inside another survives the moving of the one between`() throws {
        try withTemporaryFolder { folder in
            let events = FakeEvents()
            let (middle, inner) = (folder.appending("m"), folder.appending("m/.inner"))
            try Folder.make(inner)
            let tracker = tracker([deep(folder), deep(inner)], events)
            _ = tracker.surveyAll(.anew)
            #expect(events.paths == [folder, middle, inner])
            try File.rename(middle, to: folder.appending("n"))
            _ = tracker.take(events.event(.movedOut, middle, isFolder: true), at: middle)
            #expect(notes.troubles == [.missing(inner)])
            try File.rename(folder.appending("n"), to: middle)
            try makeFile(inner.appending("a"))
            let found = tracker.take(events.event(.movedIn, middle, isFolder: true), at: middle)
            #expect(names(found) == ["a"])
            #expect(events.paths == [folder, middle, inner])
        }
    }

    @Test func `without watches left the folder is polled, and it is told once`() throws {
        try withTemporaryFolder { folder in
            let events = FakeEvents(limit: 1)
            for name in ["a", "b"] { try Folder.make(folder.appending(name)) }
            let tracker = tracker([deep(folder)], events)
            _ = tracker.surveyAll(.anew)
            #expect(notes.troubles.count == 1)
            guard case .watchLimit = notes.troubles.first else {
                Issue.record("the limit was not told")
                return
            }
            #expect(tracker.hasPolled)
            try Folder.make(folder.appending("a/new"))
            try makeFile(folder.appending("a/new/x"))
            try makeFile(folder.appending("b/y"))
            #expect(names(tracker.poll()) == ["x", "y"])
            #expect(notes.troubles.count == 1)
        }
    }

    @Test func `a root that cannot be reached is told once and polled`() throws {
        try withTemporaryFolder { folder in
            let root = folder.appending(String(repeating: "x", count: 300))
            let tracker = tracker([deep(root)])
            for _ in 0..<3 {
                _ = tracker.surveyAll(.check)
                _ = tracker.poll()
            }
            #expect(notes.troubles.count == 1)
            #expect(tracker.hasPolled)
        }
    }

    @Test func `a root that is a link in a circle is told once, and taken up when it is not`()
        throws
    {
        try withTemporaryFolder { folder in
            let root = folder.appending("root")
            makeLink(root, to: "root")
            let tracker = tracker([deep(root)])
            _ = tracker.surveyAll(.anew)
            _ = tracker.surveyAll(.check)
            #expect(notes.troubles.count == 1)
            try File.unlink(root)
            try Folder.make(root)
            try makeFile(root.appending("a"))
            #expect(names(tracker.poll()) == ["a"])
            #expect(!tracker.hasPolled)
        }
    }

    @Test func `a file in the place of a watched folder is waited out`() throws {
        try withTemporaryFolder { folder in
            let events = FakeEvents()
            let root = folder.appending("root")
            try makeFile(root)
            let tracker = tracker([deep(root)], events)
            _ = tracker.surveyAll(.anew)
            #expect(notes.troubles == [.notAFolder(root)])
            try File.unlink(root)
            try Folder.make(root)
            _ = tracker.take(events.event(.created, root, isFolder: true), at: root)
            #expect(events.paths == [root])
        }
    }

    @Test func `a check tells what should have been heard of, other looks do not`() throws {
        try withTemporaryFolder { folder in
            let tracker = tracker([deep(folder)])
            _ = tracker.surveyAll(.anew)
            try Folder.make(folder.appending("new"))
            try makeFile(folder.appending("a"))
            try makeFile(folder.appending("new/b"))
            #expect(tracker.surveyAll(.anew).allSatisfy { !$0.wasToBeHeardOf })
            try Folder.make(folder.appending("newer"))
            try makeFile(folder.appending("newer/c"))
            let found = tracker.surveyAll(.check)
            #expect(found.count == 3)
            for file in found { #expect(file.wasToBeHeardOf == (file.path.name != "c")) }
        }
    }

    @Test func `where events are missed the watched folder is polled from then on`() throws {
        try withTemporaryFolder { folder in
            try Folder.make(folder.appending("a"))
            let tracker = tracker([deep(folder)])
            _ = tracker.surveyAll(.anew)
            #expect(!tracker.hasPolled)
            tracker.mistrustEvents(at: folder.appending("a/x"))
            tracker.mistrustEvents(at: folder.appending("a/y"))
            #expect(notes.troubles == [.noEvents(folder)])
            try Folder.make(folder.appending("b"))
            _ = tracker.poll()
            try makeFile(folder.appending("a/1"))
            try makeFile(folder.appending("b/2"))
            #expect(names(tracker.poll()) == ["1", "2"])
            #expect(tracker.surveyAll(.check).allSatisfy { !$0.wasToBeHeardOf })
        }
    }

    @Test func `a link inside is neither followed nor listened to`() throws {
        try withTemporaryFolder { folder in
            let events = FakeEvents()
            let root = folder.appending("root")
            try Folder.make(root)
            try Folder.make(folder.appending("out"))
            makeLink(root.appending("link"), to: "../out")
            let tracker = tracker([deep(root)], events)
            _ = tracker.surveyAll(.anew)
            let link = root.appending("link")
            // As if the folder had been replaced between its event and the look.
            _ = tracker.take(events.event(.created, link, isFolder: true), at: link)
            #expect(events.paths == [root])
        }
    }

    @Test func `a root may be a link`() throws {
        try withTemporaryFolder { folder in
            try Folder.make(folder.appending("real"))
            try makeFile(folder.appending("real/a"))
            let root = folder.appending("link")
            makeLink(root, to: "real")
            let found = tracker([deep(root)]).surveyAll(.anew)
            #expect(found.map(\.path) == [root.appending("a")])
        }
    }

    @Test(.enabled(if: UserAccount.number != 0, "root may read everything"))
    func `folders that may not be read are told once each, and taken up when they may`() throws {
        try withTemporaryFolder { folder in
            let events = FakeEvents()
            let (root, inner) = (folder.appending("root"), folder.appending("root/inner"))
            try Folder.make(inner)
            try makeFile(inner.appending("a"))
            try setMode(inner, 0)
            let tracker = tracker([deep(root)], events)
            for _ in 0..<3 { #expect(tracker.surveyAll(.check).isEmpty) }
            #expect(notes.troubles.count == 1)
            try setMode(inner, 0o700)
            let change = events.event(.attributes, inner, isFolder: true)
            #expect(names(tracker.take(change, at: inner)) == ["a"])
            try setMode(root, 0)
            for _ in 0..<3 { #expect(tracker.surveyAll(.check).isEmpty) }
            #expect(notes.troubles.count == 2)
            #expect(tracker.hasPolled)
            try setMode(root, 0o700)
            #expect(names(tracker.surveyAll(.check)) == ["a"])
        }
    }

    private func setMode(_ path: FilePath, _ mode: mode_t) throws {
        guard path.withCString({ chmod($0, mode) }) == 0 else {
            throw SystemError.last("set the permissions of", path)
        }
    }
}
