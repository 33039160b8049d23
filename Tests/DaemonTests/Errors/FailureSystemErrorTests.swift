import Daemon
import Glibc
import LinuxSystem
import Testing

struct FailureSystemErrorTests {
    private func failure(_ code: Int32, _ call: String = "open") -> Failure {
        Failure(SystemError(code: code, call: call, path: FilePath("/x/y")))
    }

    @Test(arguments: [
        (EACCES, "open", ExitCode.noPermission), (EPERM, "make the folder", .noPermission),
        (EROFS, "make the folder", .noPermission), (ENOSPC, "write to", .inputOutput),
        (EDQUOT, "make the folder", .inputOutput), (EIO, "read", .inputOutput),
        (ENOENT, "open", .noInput), (ENOTDIR, "open", .noInput), (EISDIR, "read", .noInput),
        (ENOENT, "make the folder", .cannotCreate), (EEXIST, "make the folder", .cannotCreate),
        (EEXIST, "open", .cannotCreate), (EAGAIN, "lock", .tryAgain), (EBUSY, "open", .tryAgain),
        (ENODEV, "open", .unavailable), (EMFILE, "open", .inputOutput),
    ])
    func `each reason has one status`(code: Int32, call: String, expected: ExitCode) {
        #expect(failure(code, call).code == expected)
        #expect(ExitCode(SystemError(code: code, call: call)) == expected)
    }

    @Test func `the sentence says what, where, why and what now`() {
        #expect(
            failure(EACCES).description
                == "cannot open /x/y: Permission denied; "
                + "check who owns it and its permissions (ls -ld)"
        )
    }

    @Test func `a path cannot break the line`() {
        let error = SystemError(code: ENOENT, call: "open", path: FilePath("/a\nb\u{1B}c"))
        let text = Failure(error).description
        #expect(text.hasPrefix("cannot open /a\\nb\\u{1b}c: "))
        #expect(!text.contains("\n"))
    }

    @Test func `every errno has a status and an advice`() {
        for code in Int32(1)...133 {
            #expect(failure(code).code != .done)
            #expect(failure(code).description.contains("; "))
        }
    }
}
