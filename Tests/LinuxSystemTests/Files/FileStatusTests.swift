import TestSupport
import Glibc
import LinuxSystem
import Testing

struct FileStatusTests {
    @Test func `a file has size, time, place, owner and permissions`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("a")
            try makeFile(path, "four")
            let times = [
                timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 12, tv_nsec: 345_678_901),
            ]
            _ = path.withCString { utimensat(AT_FDCWD, $0, times, 0) }
            let status = try FileStatus.of(path)
            #expect(status.size == 4 && status.kind == .regular)
            #expect(status.modifiedMilliseconds == 12_345 && status.modifiedNanoseconds == 678_901)
            #expect(status.owner == UserAccount.number)
            #expect(status.mode & 0o777 == 0o600)
            #expect(status.inode != 0)
            #expect(try FileStatus.of(folder).device == status.device)
        }
    }

    @Test func `a time before 1970 is negative`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("a")
            try makeFile(path)
            let times = [timespec(), timespec(tv_sec: -2, tv_nsec: 500_000_000)]
            _ = path.withCString { utimensat(AT_FDCWD, $0, times, 0) }
            #expect(try FileStatus.of(path).modifiedMilliseconds == -1500)
        }
    }

    @Test func `links are followed only when asked`() throws {
        try withTemporaryFolder { folder throws in
            let link = folder.appending("link")
            makeLink(link, to: folder.shown)
            #expect(try FileStatus.of(link).kind == .symbolicLink)
            #expect(try FileStatus.of(link, followLinks: true).kind == .folder)
        }
    }

    @Test func `pipes and devices are told apart from files`() throws {
        try withTemporaryFolder { folder throws in
            let pipe = folder.appending("pipe")
            _ = pipe.withCString { mkfifo($0, 0o600) }
            #expect(try FileStatus.of(pipe).kind == .pipe)
            #expect(try FileStatus.of(FilePath("/dev/null")).kind == .device)
            #expect(FileKind.pipe.words == "a pipe")
        }
    }

    @Test func `what is not there is missing`() {
        let error = #expect(throws: SystemError.self) {
            try FileStatus.of(FilePath("/nowhere/at/all"))
        }
        #expect(error?.isMissing == true)
    }
}
