import Devices
import Dispatch
import LinuxSystem
import TestSupport
import Testing

@Suite("One entry looked at again")
struct SingleEntryTests {
    /// A volume with a long-named file in a folder, on a device that counts what is read of it.
    private func volume(_ kind: FATImage.Kind) throws -> (SparseBlocks, FATTree, TreeEntry) {
        let others = (0..<40).map { FATItem.file("another long name \($0).csv", [1]) }
        let image = FATImage(
            kind,
            [.folder("walks", others + [.file("evening walk.csv", pattern(900))])]
        )
        let blocks = image.blocks()
        let tree = FATTree(try FATVolume(blocks))
        let folder = try #require(try tree.entries(of: tree.root).first)
        let file = try #require(try tree.entries(of: folder).last)
        return (blocks, tree, file)
    }

    /// Where the record of an entry lies: the upper bits of its handle count records of 32 bytes.
    private func record(of entry: TreeEntry) -> Int64 { Int64(entry.handle >> 28) * 32 }

    @Test(
        "A file of a FAT volume is unchanged until its record is another",
        arguments: [12, 16, 32]
    )
    func unchanged(bits: Int) throws {
        let kind = try #require(FATImage.Kind(rawValue: bits))
        // Length, time, date, first cluster, kind, and the mark of a deleted one.
        for (offset, bytes) in [
            (28, little(UInt32(901))), (22, little(UInt16(9 << 11 | 31 << 5))),
            (24, little(UInt16(46 << 9 | 11 << 5 | 22))), (26, little(UInt16(9))), (11, [0x10]),
            (0, [0xE5]), (0, [0]),
        ] as [(Int64, [UInt8])] {
            let (blocks, tree, file) = try volume(kind)
            #expect(file.name == "evening walk.csv")
            #expect(try tree.stillShows(file))
            blocks.write(bytes, at: record(of: file) + offset)
            #expect(try !tree.stillShows(file), "byte \(offset)")
        }
    }

    @Test("The root and folders are looked at too, and a handle of nowhere is none")
    func others() throws {
        let (_, tree, file) = try volume(.fat16)
        #expect(try tree.stillShows(tree.root))
        let folder = try #require(try tree.entries(of: tree.root).first)
        #expect(try tree.stillShows(folder))
        let nowhere = TreeEntry(path: file.path, kind: .file, size: 900, handle: .max)
        #expect(try !tree.stillShows(nowhere))
    }

    @Test("A session asks the tree for the one entry")
    func session() throws {
        let (blocks, tree, file) = try volume(.fat32)
        let queue = DispatchQueue(label: "amble.test.device")
        let session = DeviceSession(tree, queue: queue, stop: StopSign(), closing: {})
        #expect(try session.isUnchanged(file))
        blocks.write(little(UInt32(901)), at: record(of: file) + 28)
        #expect(try !session.isUnchanged(file))
    }

    @Test("A file of a mounted volume is unchanged until it grows or goes")
    func mounted() throws {
        try withTemporaryFolder { base in
            let folder = base.appending("mount")
            let inner = folder.appending("walks")
            for path in [folder, inner, base.appending("sysfs")] { try Folder.make(path) }
            try makeFile(base.appending("sysfs/dev"), "8:17\n")
            try makeFile(inner.appending("a.csv"), "0123")
            let device = DeviceNumber(statusDevice: try FileStatus.of(folder).device)
            let volume = MountedVolume(
                folder: folder,
                device: device,
                block: DeviceNumber(major: 8, minor: 17),
                syspath: base.appending("sysfs")
            )
            let tree = try MountedTree(volume) {
                MountTable(mounts: [Fake.mount(device, at: folder.shown)])
            }
            let walks = try #require(try tree.entries(of: tree.root).first)
            let file = try #require(try tree.entries(of: walks).first)
            #expect(try tree.stillShows(file) && tree.stillShows(walks))
            #expect(try tree.stillShows(tree.root))
            try makeFile(inner.appending("a.csv"), "01234")
            #expect(try !tree.stillShows(file))
            try File.unlink(inner.appending("a.csv"))
            #expect(try !tree.stillShows(file))
        }
    }
}
