import Devices
import Testing

@Suite("Boot sectors of FAT volumes")
struct FATVolumeTests {
    @Test("The count of clusters alone tells FAT12 from FAT16 from FAT32")
    func kinds() throws {
        // The edges of the FAT specification: 4084 is the last FAT12, 65 524 the last FAT16.
        let cases: [(FATImage.Kind, Int)] = [
            (.fat12, 1), (.fat12, 4084), (.fat16, 4085), (.fat16, 65_524), (.fat32, 65_525),
        ]
        for (kind, count) in cases {
            let image = FATImage(kind, clusterCount: count, [])
            #expect(try FATVolume(image.blocks()).kind == kind.rawValue)
        }
        var liar = FATImage(.fat16, [])
        liar.put(Array("FAT12   ".utf8), at: 54)
        #expect(try FATVolume(liar.blocks()).kind == 16)
    }

    @Test(
        "A small volume with the fields of FAT32 is FAT32, as it has no root folder of the old kind"
    )
    func smallWide() throws {
        let image = FATImage(.fat32, clusterCount: 100, [.file("F", pattern(1000))])
        let tree = try FATTree(image)
        #expect(tree.volume.kind == 32)
        #expect(try tree.content("F") == pattern(1000))
    }

    @Test("The upper four bits of an entry of FAT32 do not count")
    func reservedBits() throws {
        var image = FATImage(.fat32, clusterCount: 100, [.file("F", pattern(1500))])
        for (cluster, link) in image.links { image.links[cluster] = link | 0xF000_0000 }
        #expect(try FATTree(image).content("F") == pattern(1500))
    }

    @Test("With the copies of the table not kept alike, the one in use counts")
    func activeCopy() throws {
        var image = FATImage(.fat32, clusterCount: 100, [.file("F", pattern(1500))])
        image.put([0x81, 0], at: 40)
        let blocks = image.blocks()
        let table = image.table
        blocks.write([UInt8](repeating: 0, count: table.count), at: Int64(image.tableStart))
        #expect(try FATTree(try FATVolume(blocks)).content("F") == pattern(1500))
        blocks.write([0x01], at: 40)
        #expect(FATTree(try FATVolume(blocks)).damage("F")?.hasSuffix("is marked as free") == true)
        blocks.write([0x82], at: 40)
        #expect(
            throws: DeviceError.damaged("the table of clusters in use is number 2, which is none")
        ) { try FATVolume(blocks) }
    }

    @Test("Each field that cannot be is refused", arguments: spoilt)
    func refused(field: Spoilt) throws {
        var image = FATImage(field.isWide ? .fat32 : .fat16, [])
        image.put(field.bytes, at: field.offset)
        let error = #expect(throws: DeviceError.self) { try FATVolume(image.blocks()) }
        #expect(error == field.error)
    }

    @Test("A device too short for the tables is refused")
    func shortDevice() throws {
        let image = FATImage(.fat16, [])
        let blocks = image.blocks()
        blocks.byteCount = 20_000
        #expect(
            throws: DeviceError.damaged(
                "the boot sector puts the files at byte \(image.dataStart), "
                    + "but there are only 20000 bytes"
            )
        ) { try FATVolume(blocks) }
        for count in [0, 1, 511] {
            #expect(throws: DeviceError.self) {
                try FATVolume(MemoryBlocks(Array(image.bytes()[..<count])))
            }
        }
    }

    /// A field of the boot sector with a value that it cannot have.
    struct Spoilt: Sendable {
        var isWide = false
        let offset: Int
        let bytes: [UInt8]
        var error = DeviceError.damaged("sector 0 is no boot sector of a FAT volume")
    }

    private static let spoilt: [Spoilt] = [
        Spoilt(offset: 0, bytes: [0x33]),
        Spoilt(offset: 11, bytes: [0, 1]),
        Spoilt(offset: 11, bytes: [0, 0]),
        Spoilt(offset: 11, bytes: [0, 3]),
        Spoilt(offset: 13, bytes: [0]),
        Spoilt(offset: 13, bytes: [3]),
        Spoilt(offset: 14, bytes: [0, 0]),
        Spoilt(offset: 16, bytes: [0]),
        Spoilt(offset: 21, bytes: [0xF1]),
        Spoilt(offset: 510, bytes: [0, 0]),
        Spoilt(
            offset: 17,
            bytes: [0, 0],
            error: .damaged("the boot sector is of two kinds of FAT at once")
        ),
        // 1 reserved, twice 16 for the table of 4087 entries, 32 for the root folder.
        Spoilt(
            offset: 19,
            bytes: [10, 0],
            error: .damaged("the tables alone need 65 sectors, the volume has 10")
        ),
        Spoilt(
            isWide: true,
            offset: 36,
            bytes: [0, 0, 0, 0],
            error: .damaged("the table of clusters has no length")
        ),
        Spoilt(
            isWide: true,
            offset: 42,
            bytes: [1, 0],
            error: .unsupported("the volume is FAT32 version 1, which is not known")
        ),
        Spoilt(
            isWide: true,
            offset: 44,
            bytes: [1, 0, 0, 0],
            error: .damaged("the root folder lies in cluster 1, which is none")
        ),
        Spoilt(
            isWide: true,
            offset: 44,
            bytes: [0xF7, 0xFF, 0x00, 0x00],
            error: .damaged("the root folder lies in cluster 65527, which is none")
        ),
    ]
}
