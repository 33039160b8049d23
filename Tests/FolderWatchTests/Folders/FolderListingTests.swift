import TestSupport
import FolderWatch
import Glibc
import LinuxSystem
import Testing

struct FolderListingTests {
    private func names(_ folder: WatchedFolder) -> [String] {
        FolderListing.files(in: folder).files.map(\.path.name)
    }

    @Test func `everything that is there comes at once, by path`() throws {
        try withTemporaryFolder { folder in
            try Folder.make(folder.appending("b"))
            for name in ["c.csv", "a.csv", "b/x.gpx", "B.csv", "part.csv.part"] {
                try makeFile(folder.appending(name), name)
            }
            let found = FolderListing.files(
                in: WatchedFolder(path: folder, isRecursive: true, tag: 7)
            )
            #expect(found.files.map(\.path.name) == ["B.csv", "a.csv", "x.gpx", "c.csv"])
            #expect(found.files.map(\.size) == [5, 5, 7, 5])
            #expect(found.files.allSatisfy { $0.tag == 7 && $0.unchangedMilliseconds >= 0 })
            #expect(found.troubles.isEmpty)
        }
    }

    @Test func `it says how long a file is unchanged by its time`() throws {
        try withTemporaryFolder { folder in
            let now = WallClock.system.milliseconds()
            try makeFile(folder.appending("old"))
            setTime(folder.appending("old"), milliseconds: now - 60_000)
            try makeFile(folder.appending("strange"))
            setTime(folder.appending("strange"), milliseconds: now + 3_600_000)
            let files = FolderListing.files(
                in: WatchedFolder(path: folder, isRecursive: false, tag: 0)
            ).files
            #expect((60_000..<600_000).contains(files[0].unchangedMilliseconds))
            #expect(files[0].modifiedMilliseconds == now - 60_000)
            #expect(files[1].unchangedMilliseconds == 0)
        }
    }

    @Test func `a flat folder is not looked into further`() throws {
        try withTemporaryFolder { folder in
            try Folder.make(folder.appending("sub"))
            try makeFile(folder.appending("sub/a"))
            #expect(names(WatchedFolder(path: folder, isRecursive: false, tag: 0)).isEmpty)
            #expect(names(WatchedFolder(path: folder, isRecursive: true, tag: 0)) == ["a"])
        }
    }

    @Test func `links and other things that are no files are left alone`() throws {
        try withTemporaryFolder { folder in
            let root = folder.appending("root")
            try Folder.make(root)
            try Folder.make(folder.appending("outside"))
            try makeFile(folder.appending("outside/secret"))
            makeLink(root.appending("link"), to: "../outside")
            makeLink(root.appending("file"), to: "../outside/secret")
            makeLink(root.appending("loop"), to: ".")
            _ = root.appending("pipe").withCString { mkfifo($0, 0o600) }
            #expect(names(WatchedFolder(path: root, isRecursive: true, tag: 0)).isEmpty)
            makeLink(folder.appending("way"), to: "outside")
            let linked = WatchedFolder(path: folder.appending("way"), isRecursive: true, tag: 0)
            #expect(names(linked) == ["secret"])
        }
    }

    @Test func `a missing folder and one that is none are troubles`() throws {
        try withTemporaryFolder { folder in
            let (gone, file) = (folder.appending("gone"), folder.appending("file"))
            try makeFile(file)
            let found = FolderListing.files(in: [
                WatchedFolder(path: gone, isRecursive: true, tag: 0),
                WatchedFolder(path: file, isRecursive: true, tag: 0),
            ])
            #expect(found.files.isEmpty)
            #expect(Set(found.troubles) == [.missing(gone), .notAFolder(file)])
        }
    }

    @Test func `a folder that cannot be reached is a trouble, not the end`() throws {
        try withTemporaryFolder { folder in
            try makeFile(folder.appending("a"))
            let long = folder.appending(String(repeating: "x", count: 300))
            let found = FolderListing.files(in: [
                WatchedFolder(path: long, isRecursive: true, tag: 0),
                WatchedFolder(path: folder, isRecursive: true, tag: 0),
            ])
            #expect(found.files.count == 1)
            let error = SystemError(code: ENAMETOOLONG, call: "look at", path: long)
            #expect(found.troubles == [.unreadable(error)])
        }
    }

    @Test func `a file in two watched folders comes once, with the inner tag`() throws {
        try withTemporaryFolder { folder in
            let inner = folder.appending("inner")
            try Folder.make(inner)
            try makeFile(inner.appending("a"))
            let files = FolderListing.files(in: [
                WatchedFolder(path: folder, isRecursive: true, tag: 1),
                WatchedFolder(path: inner, isRecursive: false, tag: 2),
            ]).files
            #expect(files.map(\.tag) == [2])
        }
    }
}
