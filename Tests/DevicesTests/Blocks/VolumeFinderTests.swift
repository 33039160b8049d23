import Devices
import Testing

@Suite("Volumes on disks")
struct VolumeFinderTests {
    private let small = FATImage(.fat12, clusterCount: 100, [.file("A.TXT", [1])])
    private let other = FATImage(.fat32, clusterCount: 100, [.file("B.TXT", [2])])

    @Test("A volume on the bare disk is found")
    func bare() throws {
        let findings = try VolumeFinder.find(in: small.blocks())
        #expect(findings.volumes.map(\.kind) == [12])
        #expect(findings.troubles == [])
    }

    @Test("Primary and logical partitions are found, each where its table says")
    func masterBootRecord() throws {
        let disk = logicalDisk(secondLink: nil)
        let findings = try VolumeFinder.find(in: disk)
        #expect(findings.troubles == [])
        #expect(findings.volumes.map(\.kind) == [12, 32, 12])
        #expect(try names(findings) == [["A.TXT"], ["B.TXT"], ["A.TXT"]])
    }

    @Test("A chain of logical partitions that runs in a circle ends")
    func logicalCircle() throws {
        let findings = try VolumeFinder.find(in: logicalDisk(secondLink: 600))
        #expect(findings.volumes.map(\.kind) == [12, 32, 12])
    }

    @Test("Tables that count in sectors of 4096 bytes are understood")
    func largeSectors() throws {
        let disk = SparseBlocks(byteCount: 4_000_000)
        let entries = [DiskImage.entry(type: 0x0C, first: 16, sectors: 100)]
        disk.write(DiskImage.table(entries), at: 0)
        disk.write(other.bytes(), at: 16 * 4096)
        let findings = try VolumeFinder.find(in: disk)
        #expect(try names(findings) == [["B.TXT"]])
    }

    @Test("A GPT is read, and its copy when the first is damaged")
    func guidTable() throws {
        let disk = DiskImage.gpt(small.bytes(), other.bytes())
        #expect(try names(try VolumeFinder.find(in: disk)) == [["A.TXT"], ["B.TXT"]])
        // A header with a flipped bit, then also entries with one.
        disk.write([0xFF], at: 512 + 40)
        #expect(try names(try VolumeFinder.find(in: disk)) == [["A.TXT"], ["B.TXT"]])
        let later = DiskImage.gpt(small.bytes(), other.bytes())
        later.write([0xFF], at: 1024 + 33)
        #expect(try names(try VolumeFinder.find(in: later)) == [["A.TXT"], ["B.TXT"]])
        later.write([0xFF], at: 2999 * 512 + 40)
        let findings = try VolumeFinder.find(in: later)
        #expect(findings.volumes.isEmpty)
        #expect(
            findings.troubles == [
                .damaged("both copies of the disk's partition table (GPT) are damaged")
            ]
        )
    }

    @Test("A GPT that was left from before the disk was divided anew is passed over")
    func staleGUIDTable() throws {
        let disk = DiskImage.gpt(small.bytes(), other.bytes())
        disk.write(
            DiskImage.table([DiskImage.entry(type: 0x0C, first: 1064, sectors: 1000)]),
            at: 0
        )
        #expect(try names(try VolumeFinder.find(in: disk)) == [["B.TXT"]])
    }

    @Test("The mark of ext inside of a FAT volume's table of clusters is that of no ext")
    func markInTable() throws {
        // Byte 1080 holds the entry of cluster 284: the table begins at byte 512.
        var image = FATImage(.fat16, clusterCount: 65_000, [.file("A.TXT", [1])])
        image.links[284] = 0xEF53
        let findings = try VolumeFinder.find(in: image.blocks())
        #expect(findings.troubles == [])
        #expect(try names(findings) == [["A.TXT"]])
    }

    @Test("Kinds that are not read say what to do")
    func foreign() throws {
        let beginnings: [(String, Int, [UInt8])] = [
            ("exFAT", 3, Array("EXFAT   ".utf8)), ("NTFS", 3, Array("NTFS    ".utf8)),
            ("ext2, ext3 or ext4", 1080, [0x53, 0xEF]),
        ]
        for (name, offset, mark) in beginnings {
            let bare = SparseBlocks(byteCount: 1_000_000)
            bare.write(mark, at: Int64(offset))
            bare.write([0x55, 0xAA], at: 510)
            let rest = "which Amble does not read by itself; another program must mount it"
            #expect(
                try VolumeFinder.find(in: bare).troubles
                    == [.unsupported("the disk is \(name), \(rest)")]
            )
            let disk = SparseBlocks(byteCount: 1_000_000)
            disk.write(DiskImage.table([DiskImage.entry(type: 7, first: 63, sectors: 900)]), at: 0)
            disk.write(mark, at: 63 * 512 + Int64(offset))
            #expect(
                try VolumeFinder.find(in: disk).troubles
                    == [.unsupported("partition 1 is \(name), \(rest)")]
            )
        }
    }

    @Test("A disk with nothing known says so, and damage names its partition")
    func troubles() throws {
        let nothing =
            "holds no file system that Amble knows; "
            + "if another program can mount it, its files are read from there"
        for count in [0, 100, 512, 100_000] {
            #expect(
                try VolumeFinder.find(in: SparseBlocks(byteCount: Int64(count))).troubles
                    == [.unsupported("the disk \(nothing)")]
            )
        }
        let disk = SparseBlocks(byteCount: 1_000_000)
        let entries = [
            DiskImage.entry(type: 0x83, first: 10, sectors: 10),
            DiskImage.entry(type: 0x0C, first: 100, sectors: 900),
            DiskImage.entry(type: 0x0C, first: 900_000, sectors: 900),
        ]
        disk.write(DiskImage.table(entries), at: 0)
        var image = other
        image.put([1, 0, 0, 0], at: 44)
        disk.write(image.bytes(), at: 100 * 512)
        #expect(
            try VolumeFinder.find(in: disk).troubles == [
                .unsupported("partition 1 \(nothing)"),
                .damaged("partition 2: the root folder lies in cluster 1, which is none"),
                .damaged("partition 3 lies behind the end of the disk"),
            ]
        )
    }

    @Test("A disk that goes away while it is looked at is gone")
    func gone() {
        let disk = small.blocks()
        disk.failure = .gone
        #expect(throws: DeviceError.gone) { try VolumeFinder.find(in: disk) }
    }

    /// One primary partition at 63, and two logical ones in an extended one at 500.
    private func logicalDisk(secondLink: Int?) -> SparseBlocks {
        let disk = SparseBlocks(byteCount: 1_000_000)
        let primary = DiskImage.entry(type: 1, first: 63, sectors: 200)
        let extended = DiskImage.entry(type: 0x0F, first: 500, sectors: 1400)
        disk.write(DiskImage.table([primary, extended]), at: 0)
        disk.write(small.bytes(), at: 63 * 512)
        let first = DiskImage.entry(type: 0x0C, first: 10, sectors: 300)
        let link = DiskImage.entry(type: 0x05, first: 600, sectors: 300)
        disk.write(DiskImage.table([first, link]), at: 500 * 512)
        disk.write(other.bytes(), at: 510 * 512)
        // Links count from the beginning of the extended partition: 500 + 600.
        let second = DiskImage.entry(type: 1, first: 10, sectors: 300)
        let last = secondLink.map { [DiskImage.entry(type: 0x05, first: $0, sectors: 300)] } ?? []
        disk.write(DiskImage.table([second] + last), at: 1100 * 512)
        disk.write(small.bytes(), at: 1110 * 512)
        return disk
    }

    /// The names in the root folders of all volumes.
    private func names(_ findings: VolumeFinder.Findings) throws -> [[String]] {
        try findings.volumes.map { try FATTree($0).names() }
    }
}
