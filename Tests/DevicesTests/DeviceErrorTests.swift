import Devices
import Glibc
import LinuxSystem
import Testing

@Suite("Errors of devices")
struct DeviceErrorTests {
    @Test("A pulled plug is a clean end, whatever the system calls it")
    func pulledPlug() {
        let node = FilePath("/dev/sdz")
        for code in [EIO, ENODEV, ENXIO, ENOENT] {
            let error = SystemError(code: code, call: "read", path: node)
            #expect(DeviceError(error, node: node) == .gone)
        }
    }

    @Test("A node that may not be opened names itself")
    func permission() {
        let node = FilePath("/dev/sdz")
        let error = SystemError(code: EACCES, call: "open", path: node)
        #expect(DeviceError(error, node: node) == .notPermitted(node))
    }
}
