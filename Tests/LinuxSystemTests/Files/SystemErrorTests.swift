import Glibc
@testable import LinuxSystem
import Testing

struct SystemErrorTests {
    @Test func `it says what failed, where and why`() {
        let error = SystemError(code: EACCES, call: "open", path: FilePath("/x/y"))
        #expect(error.description == "cannot open /x/y: Permission denied")
        #expect(SystemError(code: ENOMEM, call: "think").description.hasPrefix("cannot think: "))
    }

    @Test func `it knows what kind of trouble it is`() {
        func error(_ code: Int32) -> SystemError { SystemError(code: code, call: "open") }
        #expect(error(EPERM).isPermission && error(EROFS).isPermission)
        #expect(error(EDQUOT).isNoSpace && error(EFBIG).isNoSpace && error(ENOSPC).isNoSpace)
        #expect(error(ENOENT).isMissing && error(ENOTDIR).isMissing)
        #expect(error(EEXIST).isAlreadyThere)
        #expect(error(EIO).isDeviceFailure && error(ESTALE).isDeviceFailure)
        #expect(!error(EIO).isPermission && !error(EACCES).isMissing && !error(ENOENT).isNoSpace)
    }

    @Test func `a call that a signal interrupts is made again`() throws {
        var calls = 0
        let result = try retrying("wait") { () -> Int in
            calls += 1
            errno = EINTR
            return calls < 3 ? -1 : 5
        }
        #expect(result == 5 && calls == 3)
    }

    @Test func `any other failure ends it with its errno`() {
        #expect(throws: SystemError(code: EBADF, call: "wait", path: FilePath("/p"))) {
            try retrying("wait", FilePath("/p")) { () -> Int in
                errno = EBADF
                return -1
            }
        }
    }
}
