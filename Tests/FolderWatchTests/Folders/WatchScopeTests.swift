@testable import FolderWatch
import LinuxSystem
import Testing

struct WatchScopeTests {
    private let scope = WatchScope([
        WatchedFolder(
            path: FilePath("/w"),
            isRecursive: true,
            tag: 1,
            excluded: [FilePath("/w/taken")]
        ),
        WatchedFolder(path: FilePath("/w/flat"), isRecursive: false, tag: 2),
        WatchedFolder(path: FilePath("/w/.own/@eaDir"), isRecursive: true, tag: 3),
        WatchedFolder(path: FilePath("/w"), isRecursive: false, tag: 4),
    ])

    private func tag(_ file: String) -> Int? { scope.folder(of: FilePath(file))?.tag }

    @Test func `a file belongs to the innermost folder that reaches it`() {
        #expect(tag("/w/a.csv") == 1)
        #expect(tag("/w/2026/11/a.csv") == 1)
        #expect(tag("/w/flat/a.csv") == 2)
        #expect(tag("/elsewhere/a.csv") == nil)
        #expect(tag("/w2/a.csv") == nil)
    }

    @Test func `what a flat folder does not reach belongs to the one around it`() {
        #expect(tag("/w/flat/deep/a.csv") == 1)
        let alone = WatchScope([WatchedFolder(path: FilePath("/f"), isRecursive: false, tag: 1)])
        #expect(alone.folder(of: FilePath("/f/deep/a.csv")) == nil)
        #expect(alone.folder(of: FilePath("/f/a.csv")) != nil)
    }

    @Test func `names that are never data belong nowhere`() {
        #expect(tag("/w/a.csv.part") == nil)
        #expect(tag("/w/.hidden/a.csv") == nil)
        #expect(tag("/w/x/@eaDir/a.csv") == nil)
    }

    @Test func `a watched folder may have any name itself`() {
        #expect(tag("/w/.own/@eaDir/a.csv") == 3)
        #expect(tag("/w/.own/a.csv") == nil)
    }

    @Test func `excluded folders are left alone`() {
        #expect(tag("/w/taken/a.csv") == nil)
        #expect(tag("/w/taken/deep/a.csv") == nil)
        #expect(tag("/w/taken2/a.csv") == 1)
        #expect(scope.folder(lookingInto: FilePath("/w/taken")) == nil)
    }

    @Test func `of two folders with one path the first counts`() {
        #expect(scope.folders.map(\.tag) == [3, 2, 1])
        #expect(scope.isRoot(FilePath("/w/flat")))
        #expect(!scope.isRoot(FilePath("/w/2026")))
    }

    @Test func `the root and the folder here can be watched`() {
        let root = WatchScope([WatchedFolder(path: FilePath("/"), isRecursive: true, tag: 1)])
        #expect(root.folder(of: FilePath("/a")) != nil)
        #expect(root.folder(of: FilePath("/a/b/c")) != nil)
        let here = WatchScope([WatchedFolder(path: FilePath("."), isRecursive: true, tag: 1)])
        #expect(here.folder(of: FilePath("a/b")) != nil)
        #expect(here.folder(of: FilePath("/a/b")) == nil)
    }
}
