import TestSupport
import Dispatch
@testable import FolderWatch
import LinuxSystem
import Testing

struct FolderWatcherEventsTests {
    @Test func `a file that was written and closed comes once`() throws {
        try withTemporaryFolder { folder in
            let test = TestWatcher(folder)
            try test.write("a", "four")
            #expect(eventually { test.recorder.files.count == 1 })
            #expect(test.recorder.files.first?.size == 4)
            test.fake.happen([test.fake.event(.closed, folder.appending("a"))])
            try test.write("b")
            #expect(eventually { test.recorder.files.count == 2 })
            #expect(test.recorder.names == ["a", "b"])
        }
    }

    @Test func `a temporary file comes under its final name`() throws {
        try withTemporaryFolder { folder in
            let test = TestWatcher(folder)
            try test.write("a.csv.part")
            let (old, new) = (folder.appending("a.csv.part"), folder.appending("a.csv"))
            try File.rename(old, to: new)
            test.fake.happen([
                test.fake.event(.movedOut, old, cookie: 3),
                test.fake.event(.movedIn, new, cookie: 3),
            ])
            #expect(eventually { test.recorder.names == ["a.csv"] })
        }
    }

    @Test func `a file renamed while it is written waits until it rests`() throws {
        try withTemporaryFolder { folder in
            let test = TestWatcher(folder)
            let (old, new) = (folder.appending("a"), folder.appending("b"))
            try makeFile(new)
            test.fake.happen([
                test.fake.event(.created, old), test.fake.event(.written, old),
                test.fake.event(.movedOut, old, cookie: 3),
                test.fake.event(.movedIn, new, cookie: 3),
            ])
            #expect(eventually { test.recorder.names == ["b"] })
            #expect(test.recorder.files[0].unchangedMilliseconds >= 100)
        }
    }

    @Test func `what leaves the folder does not come`() throws {
        try withTemporaryFolder { folder in
            let test = TestWatcher(folder)
            let path = folder.appending("a")
            try makeFile(path)
            test.fake.happen([
                test.fake.event(.written, path), test.fake.event(.movedOut, path, cookie: 3),
                test.fake.event(.written, folder.appending("b")),
                test.fake.event(.removed, folder.appending("b")),
            ])
            try test.write("c")
            #expect(eventually { test.recorder.names == ["c"] })
            test.watcher.queue.sync { #expect(test.watcher.settling.nextDue == nil) }
        }
    }

    @Test func `renamed to a name that is no data it does not come`() throws {
        try withTemporaryFolder { folder in
            let test = TestWatcher(folder)
            let (old, new) = (folder.appending("a"), folder.appending("a.tmp"))
            try makeFile(new)
            test.fake.happen([
                test.fake.event(.written, old), test.fake.event(.movedOut, old, cookie: 3),
                test.fake.event(.movedIn, new, cookie: 3),
            ])
            try test.write("c")
            #expect(eventually { test.recorder.names == ["c"] })
            test.watcher.queue.sync { #expect(test.watcher.settling.nextDue == nil) }
        }
    }

    @Test func `lost events are made up for by looking everywhere`() throws {
        try withTemporaryFolder { folder in
            let test = TestWatcher(folder)
            try Folder.make(folder.appending("new/deep"))
            try makeFile(folder.appending("new/deep/a"))
            try makeFile(folder.appending("b"))
            test.fake.happen([FolderEvent(.overflow, FolderMark(number: -1))])
            #expect(eventually { test.recorder.files.count == 2 })
            #expect(Set(test.recorder.names) == ["a", "b"])
            #expect(test.fake.paths.count == 3)
            #expect(test.recorder.troubles.isEmpty)
        }
    }

    @Test func `a folder that comes brings its files`() throws {
        try withTemporaryFolder { folder in
            let test = TestWatcher(folder)
            let new = folder.appending("new")
            try Folder.make(new)
            try makeFile(new.appending("a"))
            test.fake.happen([test.fake.event(.created, new, isFolder: true)])
            #expect(eventually { test.recorder.names == ["a"] })
        }
    }

    @Test func `events of folders nobody knows are passed over`() throws {
        try withTemporaryFolder { folder in
            let test = TestWatcher(folder)
            try makeFile(folder.appending("a"))
            let stale = FolderMark(number: 99)
            test.fake.happen([
                FolderEvent(.closed, stale, name: Array("a".utf8)), FolderEvent(.folderGone, stale),
                FolderEvent(.closed, test.fake.mark(of: folder), name: []),
            ])
            test.settleQueue()
            #expect(test.recorder.files.isEmpty)
        }
    }

    @Test func `what becomes readable is worth another try`() throws {
        try withTemporaryFolder { folder in
            let test = TestWatcher(folder)
            try test.write("a")
            #expect(eventually { test.recorder.files.count == 1 })
            try FileDescriptor.open(folder.appending("a"), .read).setMode(0o644)
            test.fake.happen([test.fake.event(.attributes, folder.appending("a"))])
            #expect(eventually { test.recorder.names == ["a", "a"] })
        }
    }
}
