import LinuxSystem
import Testing

@testable import Devices

@Suite("Where udev can be heard")
struct UdevNetworkTests {
    private let table = """
        Num       RefCount Protocol Flags    Type St Inode Path
        0000000000000000: 00000002 00000000 00010000 0005 01 1017 /run/udev/control
        0000000000000000: 00000003 00000000 00000000 0001 03 2023
        """

    @Test("The socket of udev is listed in its own network only")
    func sockets() {
        #expect(UdevNetwork.lists("/run/udev/control", table: Array(table.utf8)))
        let other = "0: 2 0 10000 0005 01 1017 /tmp/run/udev/control\n1: 2 0 0 1 1 9 @x"
        #expect(!UdevNetwork.lists("/run/udev/control", table: Array(other.utf8)))
        #expect(!UdevNetwork.lists("/run/udev/control", table: []))
    }

    @Test("Each reason says what to do about it")
    func reasons() {
        #expect("\(DeviceEventsError.netlinkForbidden)".contains("add AF_NETLINK to"))
        #expect("\(DeviceEventsError.privateNetwork)".contains("remove PrivateNetwork="))
        let error = SystemError(code: 24, call: "listen to udev")
        #expect("\(DeviceEventsError.system(error))".contains("cannot listen to udev: Too many"))
    }
}
