import Devices
import Model
import Testing

@Suite("Folders and files of FAT volumes")
struct FATTreeTests {
    @Test("All three kinds give their folders and files", arguments: [12, 16, 32])
    func kinds(bits: Int) throws {
        let kind = try #require(FATImage.Kind(rawValue: bits))
        let walk = pattern(2000)
        let image = FATImage(
            kind,
            [
                .folder("GARMIN", [.folder("Activity", [.file("A.FIT", walk)]), .file("E.TXT")]),
                .file("README.TXT", Array("walk".utf8)),
            ]
        )
        let volume = try FATVolume(image.blocks())
        #expect(volume.kind == bits)
        #expect(volume.volumeSerial == "5A3C-0001")
        let tree = FATTree(volume)
        #expect(try tree.label() == "WALKS")
        #expect(try tree.names() == ["GARMIN", "README.TXT"])
        #expect(try tree.names("GARMIN") == ["Activity", "E.TXT"])
        #expect(try tree.content("GARMIN/Activity/A.FIT") == walk)
        #expect(try tree.content("GARMIN/E.TXT") == [])
        #expect(try tree.content("README.TXT") == Array("walk".utf8))
    }

    @Test("An entry has its path, kind, size, time and a handle that no other has")
    func entries() throws {
        let image = FATImage(.fat12, [.folder("A", [.file("X.CSV"), .file("Y.CSV")])])
        let tree = try FATTree(image)
        #expect(tree.root.path.isEmpty && tree.root.kind == .folder)
        let folder = try #require(try tree.entry("A"))
        #expect(folder.kind == .folder && folder.size == 0 && folder.path == ["A"])
        let files = try tree.entries(of: folder)
        #expect(files.map(\.path) == [["A", "X.CSV"], ["A", "Y.CSV"]])
        let day = try #require(CivilDay(year: 2026, month: 11, day: 21))
        // 9 h 30 min 20 s.
        let time = TreeEntry.Time.wall(WallTime(day: day, millisecondOfDay: 34_220_000))
        #expect(files.allSatisfy { $0.modified == time && $0.kind == .file && $0.size == 0 })
        #expect(Set(files.map(\.handle) + [folder.handle, tree.root.handle]).count == 4)
    }

    @Test("A date or time that no calendar or clock has is none")
    func invalidTimes() throws {
        let dates: [(date: UInt16, time: UInt16)] = [
            (0, 0), (46 << 9 | 13 << 5 | 1, 0), (46 << 9 | 2 << 5 | 29, 0),
            (46 << 9 | 1 << 5 | 1, 24 << 11), (46 << 9 | 1 << 5 | 1, 60 << 5),
            (46 << 9 | 1 << 5 | 1, 30),
        ]
        let items = dates.enumerated().map { index, pair in
            FATItem.file("F\(index)").with { ($0.date, $0.time) = pair }
        }
        let tree = try FATTree(FATImage(.fat12, items))
        #expect(try tree.entries(of: tree.root).map(\.modified) == Array(repeating: nil, count: 6))
    }

    @Test("Pieces that lie apart are put together, whatever the size of the reads")
    func fragments() throws {
        let content = pattern(10_000)
        let file = FATItem.file("F.BIN", content).with { $0.isFragmented = true }
        let folder = FATItem.folder("D", (0..<60).map { .file("N\($0).CSV") })
            .with { $0.isFragmented = true }
        for kind in [FATImage.Kind.fat12, .fat16, .fat32] {
            let tree = try FATTree(FATImage(kind, [file, folder]))
            for chunk in [1000, 511, 512, 65_536] {
                #expect(try tree.content("F.BIN", chunk: chunk) == content)
            }
            #expect(try tree.names("D") == (0..<60).map { "N\($0).CSV" })
        }
    }

    @Test("Sizes around the edge of a cluster are exact")
    func clusterEdges() throws {
        let sizes = [0, 1, 1023, 1024, 1025, 2047, 2048, 2049, 3072]
        let items = sizes.map { FATItem.file("S\($0)", pattern($0, seed: $0)) }
        let image = FATImage(.fat16, clusterSectors: 2, items)
        let tree = try FATTree(image)
        for size in sizes { #expect(try tree.content("S\(size)") == pattern(size, seed: size)) }
        #expect(image.chains["S2048"]?.count == 2)
    }

    @Test("Any place of a file can be read, and behind the end there is nothing")
    func places() throws {
        let content = pattern(3000)
        let item = FATItem.file("F", content).with { $0.isFragmented = true }
        let tree = try FATTree(FATImage(.fat12, [item]))
        let file = try #require(try tree.entry("F"))
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 100, alignment: 1)
        defer { buffer.deallocate() }
        for offset in [2500, 0, 1023, 1024, 511, 2999] {
            let count = try tree.read(file, at: Int64(offset), into: buffer)
            #expect(count > 0)
            #expect(Array(buffer[..<count]) == Array(content[offset..<offset + count]))
        }
        for offset in [3000, 4000, Int64.max, -1] {
            #expect(try tree.read(file, at: offset, into: buffer) == 0)
        }
    }

    @Test("A run of neighbouring clusters is read in one call")
    func fewCalls() throws {
        let image = FATImage(.fat16, [.file("BIG", pattern(200_000))])
        let blocks = image.blocks()
        let tree = FATTree(try FATVolume(blocks))
        let file = try #require(try tree.entry("BIG"))
        let before = blocks.readings
        _ = try tree.content(of: file, chunk: 65_536, limit: .max)
        // Four pieces of at most 64 KiB, and one window of the table.
        #expect(blocks.readings - before == 5)
    }

    @Test("Short reads of the device change nothing")
    func shortReads() throws {
        let content = pattern(5000)
        let blocks = FATImage(.fat12, [.folder("D", [.file("F", content)])]).blocks()
        blocks.readLimit = 7
        #expect(try FATTree(try FATVolume(blocks)).content("D/F") == content)
    }

    @Test("Deleted entries and their long names are not there")
    func deleted() throws {
        let gone = FATItem.file("An old walk of mine.csv", pattern(600)).with {
            $0.isDeleted = true
        }
        let tree = try FATTree(FATImage(.fat12, [.file("A"), gone, .file("B")]))
        #expect(try tree.names() == ["A", "B"])
    }

    @Test("Sectors of 4096 bytes and clusters of 128 sectors are read")
    func largeSectors() throws {
        let content = pattern(9000)
        for (bytes, sectors) in [(1024, 1), (2048, 2), (4096, 1), (512, 128), (4096, 128)] {
            let image = FATImage(
                .fat12,
                sectorBytes: bytes,
                clusterSectors: sectors,
                [.folder("D", [.file("F", content)])]
            )
            #expect(try FATTree(image).content("D/F") == content)
        }
    }

    @Test("A file of 4 GiB less one byte is read at its far end")
    func fourGigabytes() throws {
        let item = FATItem.file("HUGE").with {
            $0.size = UInt32.max
            $0.clusters = 131_072
        }
        var image = FATImage(.fat32, clusterSectors: 64, clusterCount: 140_000, [item])
        let last = try #require(image.chains["HUGE"]?.last)
        image.clusters[last] = pattern(32_768)
        let tree = try FATTree(image)
        let file = try #require(try tree.entry("HUGE"))
        #expect(file.size == 4_294_967_295)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
        defer { buffer.deallocate() }
        let start: Int64 = 131_071 * 32_768
        #expect(try tree.read(file, at: start, into: buffer) == 32_767)
        #expect(Array(buffer[..<32_767]) == Array(pattern(32_768)[..<32_767]))
        #expect(try tree.read(file, at: 4_294_967_295, into: buffer) == 0)
    }

    @Test("A device that went away is gone, in the middle of anything")
    func gone() throws {
        let blocks = FATImage(.fat12, [.file("F", pattern(5000))]).blocks()
        let tree = FATTree(try FATVolume(blocks))
        let file = try #require(try tree.entry("F"))
        try tree.checkPresence()
        blocks.failure = .gone
        #expect(throws: DeviceError.gone) { try tree.entries(of: tree.root) }
        #expect(throws: DeviceError.gone) { try tree.content(of: file, chunk: 100, limit: 100) }
        #expect(throws: DeviceError.gone) { try tree.checkPresence() }
        blocks.failure = nil
        #expect(try tree.content("F") == pattern(5000))
    }

    @Test("Without a label in the root folder that of the boot sector holds")
    func labels() throws {
        var image = FATImage(.fat12, label: nil, [])
        #expect(try FATTree(image).label() == "BOOT LABEL")
        image.put(Array("NO NAME    ".utf8), at: 43)
        #expect(try FATTree(image).label() == nil)
        image.put([0x28], at: 38)
        #expect(try FATVolume(image.blocks()).volumeSerial == "5A3C-0001")
        image.put([0], at: 38)
        #expect(try FATVolume(image.blocks()).volumeSerial == nil)
    }
}
