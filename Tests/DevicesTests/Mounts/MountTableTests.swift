import Devices
import LinuxSystem
import TestSupport
import Testing

@Suite("The table of mounts")
struct MountTableTests {
    private func table(_ text: String) -> MountTable { MountTable(text: Array(text.utf8)) }

    @Test("A line is taken apart, with and without optional fields")
    func lines() {
        let mounts = table(
            """
            36 25 8:17 / /media/anna/GARMIN rw,nosuid - vfat /dev/sdb1 rw,uid=1000
            37 25 8:33 / /mnt rw shared:12 master:3 - exfat /dev/sdc1 rw

            """
        ).mounts
        #expect(
            mounts == [
                Fake.mount(
                    DeviceNumber(major: 8, minor: 17),
                    at: "/media/anna/GARMIN",
                    source: "/dev/sdb1"
                ),
                Fake.mount(
                    DeviceNumber(major: 8, minor: 33),
                    at: "/mnt",
                    type: "exfat",
                    source: "/dev/sdc1"
                ),
            ]
        )
    }

    @Test("Spaces, tabs, line ends, backslashes and other bytes come back out of their escapes")
    func escapes() {
        let line = #"36 25 8:17 / /media/a\040b\011c\012d\134e\999\04 rw - vfat /dev/sdb1 rw"#
        #expect(table(line).mounts.map(\.folder) == [FilePath("/media/a b\tc\nd\\e\\999\\04")])
        let bytes = Array("36 25 8:17 / /media/".utf8) + [0xFF] + Array(" rw - vfat x rw".utf8)
        #expect(
            MountTable(text: bytes).mounts.first?.folder
                == FilePath(bytes: Array("/media/".utf8) + [0xFF])
        )
    }

    @Test("Lines without sense are left out, and the others stay")
    func nonsense() {
        let long = String(repeating: "x", count: 200_000)
        let mounts = table(
            """
            \(long)
            36 25 8:17 / /a rw vfat /dev/sdb1 rw shared:1
            36 25 8:99999999999 / /a rw - vfat /dev/sdb1 rw
            36 25 8:-1 / /a rw - vfat /dev/sdb1 rw
            36 25 8 / /a rw - vfat /dev/sdb1 rw
            36 25 8:17 / a rw - vfat /dev/sdb1 rw
            36 25 8:17 / /a rw x x x x -
            -
            36 25 8:17 / /\(long) rw - vfat /dev/sdb1 rw
            36 25 0:40 / /run rw - tmpfs  rw
            """
        ).mounts
        #expect(mounts.map(\.folder.bytes.count) == [200_001, 4])
    }

    @Test("Of several mounts that of the whole volume with the shortest path counts")
    func severalMounts() {
        let number = DeviceNumber(major: 8, minor: 16)
        let table = MountTable(mounts: [
            Fake.mount(at: "/a", root: "/GARMIN"),
            Fake.mount(at: "/media/anna/GARMIN"),
            Fake.mount(at: "/media/x"),
            Fake.mount(DeviceNumber(major: 8, minor: 17), at: "/b"),
        ])
        #expect(table.mount(of: number, node: nil)?.folder == FilePath("/media/x"))
    }

    @Test("Only Btrfs, which numbers its mounts anew, is known by its node")
    func byNode() {
        let own = DeviceNumber(major: 0, minor: 52)
        let number = DeviceNumber(major: 8, minor: 16)
        let node = FilePath("/dev/sdb")
        let btrfs = MountTable(mounts: [Fake.mount(own, type: "btrfs")])
        let pretended = MountTable(mounts: [Fake.mount(own, type: "fuse.liar")])
        #expect(btrfs.mount(of: number, node: node)?.device == own)
        #expect(pretended.mount(of: number, node: node) == nil)
    }

    @Test("Numbers of devices are taken apart as the kernel puts them together")
    func numbers() {
        // makedev(8, 17) and makedev(0x12345, 0x6789A) of glibc.
        #expect(DeviceNumber(statusDevice: 0x811) == DeviceNumber(major: 8, minor: 17))
        #expect(
            DeviceNumber(statusDevice: 0x1_2000_6783_459A)
                == DeviceNumber(major: 0x12345, minor: 0x6789A)
        )
    }

    @Test("The table of this process tells where the root is mounted")
    func current() throws {
        let root = try FileStatus.of(FilePath("/"))
        let number = DeviceNumber(statusDevice: root.device)
        let mounts = try MountTable.current().mounts.filter { $0.folder == FilePath("/") }
        #expect(mounts.contains { $0.device == number })
    }
}
