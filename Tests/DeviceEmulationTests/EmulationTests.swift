import CUMockdev
import Glibc
import Testing

/// All suites that emulate a kernel: one after another, since a process has one testbed.
///
/// Without `umockdev-wrapper` they are skipped: asking the library itself would make it believe for
/// ever that there is none.
@Suite("Emulated devices", .serialized, .enabled(if: isEmulated))
struct EmulationTests {
    @Test("There is an emulated kernel")
    func emulation() {
        let testbed = umockdev_testbed_new()
        defer { g_object_unref(testbed) }
        #expect(umockdev_in_mock_environment() != 0)
    }
}

private let isEmulated =
    getenv("LD_PRELOAD").map { String(cString: $0).contains("umockdev") } ?? false
