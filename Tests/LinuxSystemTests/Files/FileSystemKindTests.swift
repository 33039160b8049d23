import TestSupport
@testable import LinuxSystem
import Testing

struct FileSystemKindTests {
    private let table: [Substring] = [
        "22 27 0:21 / /proc rw,relatime - proc proc rw",
        "23 27 0:22 / /home/anna/My\\040Drive rw shared:7 master:1 - fuse.rclone remote: rw",
        "24 27 8:1 / /media/stick rw - fuseblk /dev/sda1 rw",
        "25 27 0:30 / /mnt rw - nfs4 server:/x rw",
        "26 broken",
    ]

    @Test func `the table of mounts is read with and without optional fields`() {
        #expect(FileSystemKind.typeName(mount: 22, in: table) == "proc")
        #expect(FileSystemKind.typeName(mount: 23, in: table) == "fuse.rclone")
        #expect(FileSystemKind.typeName(mount: 25, in: table) == "nfs4")
        #expect(FileSystemKind.typeName(mount: 26, in: table) == nil)
        #expect(FileSystemKind.typeName(mount: 99, in: table) == nil)
    }

    @Test func `types are local, of the network or of a program`() {
        for name in ["ext4", "btrfs", "tmpfs", "overlay", "vfat", "fuseblk", "zfs", "x"] {
            #expect(FileSystemKind(typeName: name) == .local)
        }
        for name in ["nfs", "nfs4", "cifs", "smb3", "9p", "vboxsf"] {
            #expect(FileSystemKind(typeName: name) == .network)
        }
        for name in ["fuse", "fuse.sshfs", "fuse.rclone", "virtiofs"] {
            #expect(FileSystemKind(typeName: name) == .userSpace)
        }
    }

    @Test func `folders of this machine are local`() throws {
        try withTemporaryFolder { folder throws in
            #expect(try FileSystemKind.of(folder) == .local)
        }
        #expect(try FileSystemKind.of(FilePath("/proc")) == .local)
    }

    @Test func `a path that is not there is an error`() {
        #expect(throws: SystemError.self) { try FileSystemKind.of(FilePath("/nowhere")) }
    }
}
