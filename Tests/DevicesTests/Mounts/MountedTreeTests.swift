import Devices
import Glibc
import LinuxSystem
import TestSupport
import Testing

@Suite("A mounted volume as a tree")
struct MountedTreeTests {
    /// A folder that stands for a mounted stick, and what the kernel says of it.
    private final class Stick {
        let volume: MountedVolume
        var mounts: MountTable?

        init(_ base: FilePath) throws {
            let folder = base.appending("mount")
            let sysfs = base.appending("sysfs")
            try Folder.make(folder)
            try Folder.make(sysfs)
            try makeFile(sysfs.appending("dev"), "8:17\n")
            let device = DeviceNumber(statusDevice: try FileStatus.of(folder).device)
            volume = MountedVolume(
                folder: folder,
                device: device,
                block: DeviceNumber(major: 8, minor: 17),
                syspath: sysfs
            )
            mounts = MountTable(mounts: [Fake.mount(device, at: folder.shown)])
        }

        func tree() throws -> MountedTree { try MountedTree(volume) { self.mounts } }
    }

    private func withStick(_ body: (Stick) throws -> Void) throws {
        try withTemporaryFolder { try body(Stick($0)) }
    }

    private func bytes(
        _ tree: MountedTree,
        _ file: TreeEntry,
        from offset: Int64 = 0
    ) throws
        -> String
    {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 1)
        defer { buffer.deallocate() }
        let count = try tree.read(file, at: offset, into: buffer)
        return String(decoding: buffer[..<count], as: UTF8.self)
    }

    @Test("Reading leaves the time of the last access as it is")
    func accessTime() throws {
        try withStick { stick in
            let path = stick.volume.folder.appending("a.fit")
            try makeFile(path, "0123456789")
            // A day in 1973 for both times: any reading that counts would set the first anew.
            var times = [timespec(tv_sec: 100_000_000, tv_nsec: 0)]
            times.append(times[0])
            #expect(path.withCString { utimensat(AT_FDCWD, $0, times, 0) } == 0)
            let tree = try stick.tree()
            let file = try #require(try tree.entries(of: tree.root).first)
            #expect(try bytes(tree, file) == "0123456789")
            var status = stat()
            #expect(path.withCString { stat($0, &status) } == 0)
            #expect(status.st_atim.tv_sec == 100_000_000)
        }
    }

    @Test("Folders are listed and files read, from any place, and nothing behind the end")
    func reading() throws {
        try withStick { stick in
            let activity = stick.volume.folder.appending("GARMIN")
            try Folder.make(activity)
            try makeFile(activity.appending("a.fit"), "0123456789")
            let tree = try stick.tree()
            let folder = try #require(try tree.entries(of: tree.root).first)
            #expect(folder.path == ["GARMIN"])
            #expect(folder.kind == .folder)
            let file = try #require(try tree.entries(of: folder).first)
            #expect(file.path == ["GARMIN", "a.fit"])
            #expect(file.size == 10)
            #expect(file.modified != nil)
            #expect(try bytes(tree, file) == "0123456789")
            #expect(try bytes(tree, file, from: 8) == "89")
            #expect(try bytes(tree, file, from: 10).isEmpty)
            #expect(try bytes(tree, file, from: -1).isEmpty)
            #expect(try tree.entries(of: folder).first == file)
        }
    }

    @Test("Links, pipes and names that are not UTF-8 do no harm")
    func oddities() throws {
        try withStick { stick in
            let root = stick.volume.folder
            makeLink(root.appending("link"), to: "/etc")
            makeLink(root.appending("file"), to: "/etc/passwd")
            _ = root.appending("pipe").withCString { mkfifo($0, 0o600) }
            try makeFile(root.appending([0xFF]), "odd")
            let tree = try stick.tree()
            let entries = try tree.entries(of: tree.root)
            #expect(entries.map(\.name) == ["\u{FFFD}"])
            #expect(try bytes(tree, try #require(entries.first)) == "odd")
        }
    }

    @Test("What became a link after it was listed is not followed")
    func swapped() throws {
        try withStick { stick in
            let root = stick.volume.folder
            try Folder.make(root.appending("GARMIN"))
            try makeFile(root.appending("a.fit"), "x")
            let tree = try stick.tree()
            let entries = try tree.entries(of: tree.root)
            _ = root.appending("GARMIN").withCString { rmdir($0) }
            try File.unlink(root.appending("a.fit"))
            makeLink(root.appending("GARMIN"), to: "/etc")
            makeLink(root.appending("a.fit"), to: "/etc/passwd")
            for entry in entries {
                #expect(throws: DeviceError.self) {
                    if entry.kind == .folder {
                        _ = try tree.entries(of: entry)
                    } else {
                        _ = try bytes(tree, entry)
                    }
                }
            }
            #expect(entries.count == 2)
        }
    }

    @Test("An entry of another tree is refused, and a file is no folder")
    func foreignEntries() throws {
        try withStick { stick in
            try makeFile(stick.volume.folder.appending("a.fit"), "x")
            let tree = try stick.tree()
            let foreign = TreeEntry(path: ["x"], kind: .folder, handle: .max)
            #expect(throws: DeviceError.self) { try tree.entries(of: foreign) }
            let file = try #require(try tree.entries(of: tree.root).first)
            #expect(throws: DeviceError.self) { try tree.entries(of: file) }
            let pretended = TreeEntry(path: ["a.fit"], kind: .folder, handle: file.handle)
            #expect(throws: DeviceError.self) { try tree.entries(of: pretended) }
        }
    }

    @Test("It is there while sysfs, the table of mounts and the folder say so")
    func presence() throws {
        try withStick { stick in
            let tree = try stick.tree()
            #expect(throws: Never.self) { try tree.checkPresence() }
            let mounts = stick.mounts
            stick.mounts = MountTable()
            #expect(throws: DeviceError.gone) { try tree.checkPresence() }
            stick.mounts = nil
            #expect(throws: DeviceError.gone) { try tree.checkPresence() }
            stick.mounts = mounts
            #expect(throws: Never.self) { try tree.checkPresence() }
        }
    }

    @Test("A pulled plug shows although the mount still looks like an empty folder")
    func pulled() throws {
        try withStick { stick in
            let tree = try stick.tree()
            try File.unlink(stick.volume.syspath.appending("dev"))
            #expect(try tree.entries(of: tree.root).isEmpty)
            #expect(throws: DeviceError.gone) { try tree.checkPresence() }
            // Another stick took the name.
            try makeFile(stick.volume.syspath.appending("dev"), "8:33\n")
            #expect(throws: DeviceError.gone) { try tree.checkPresence() }
        }
    }

    @Test("A folder that is not the mount any more is not opened")
    func unmounted() throws {
        try withStick { stick in
            let volume = MountedVolume(
                folder: stick.volume.folder,
                device: DeviceNumber(major: 4_000, minor: 1),
                block: stick.volume.block,
                syspath: stick.volume.syspath
            )
            #expect(throws: DeviceError.gone) { try MountedTree(volume) }
            let missing = MountedVolume(
                folder: stick.volume.folder.appending("none"),
                device: stick.volume.device,
                block: stick.volume.block,
                syspath: stick.volume.syspath
            )
            #expect(throws: DeviceError.gone) { try MountedTree(missing) }
        }
    }
}
