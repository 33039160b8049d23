import TestSupport
@testable import FolderWatch
import LinuxSystem
import Testing

struct FileVersionTests {
    private let version = FileVersion(inode: 1, size: 10, modifiedMilliseconds: 5000)

    @Test func `other size, time or inode may be other content`() {
        #expect(!version.mayDiffer(from: version))
        #expect(
            version.mayDiffer(from: FileVersion(inode: 2, size: 10, modifiedMilliseconds: 5000))
        )
        #expect(
            version.mayDiffer(from: FileVersion(inode: 1, size: 11, modifiedMilliseconds: 5000))
        )
        #expect(
            version.mayDiffer(from: FileVersion(inode: 1, size: 10, modifiedMilliseconds: 5001))
        )
        #expect(
            version.mayDiffer(
                from: FileVersion(
                    inode: 1,
                    size: 10,
                    modifiedMilliseconds: 5000,
                    modifiedNanoseconds: 1
                )
            )
        )
    }

    @Test func `other permissions are another version of the same content`() {
        let open = FileVersion(inode: 1, size: 10, modifiedMilliseconds: 5000, mode: 0o644)
        #expect(open != version)
        #expect(!open.mayDiffer(from: version))
    }

    @Test func `the age is that of the clock, and none in the future`() {
        #expect(version.age(at: 5000) == 0)
        #expect(version.age(at: 7500) == 2500)
        #expect(version.age(at: 4999) == nil)
        let extreme = FileVersion(inode: 1, size: 1, modifiedMilliseconds: .min)
        #expect(extreme.age(at: .max) == nil)
    }

    @Test func `inodes count only on file systems of this machine`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("a")
            try makeFile(path, "123")
            let status = try FileStatus.of(path)
            #expect(FileVersion(status, on: .local).inode == status.inode)
            #expect(FileVersion(status, on: .network).inode == 0)
            #expect(FileVersion(status, on: .userSpace).inode == 0)
            #expect(FileVersion(status, on: .local).size == 3)
        }
    }
}
