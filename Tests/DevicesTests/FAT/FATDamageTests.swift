@testable import Devices
import TestSupport
import Testing

@Suite("Damaged FAT volumes")
struct FATDamageTests {
    private let kinds = [FATImage.Kind.fat12, .fat16, .fat32]

    @Test("A chain that runs in a circle is damaged, and says where")
    func circle() throws {
        for kind in kinds {
            var image = FATImage(kind, [.file("F", pattern(2000))])
            let chain = try #require(image.chains["F"])
            image.links[chain[2]] = chain[1]
            #expect(
                try FATTree(image).damage("F")
                    == "F: its clusters run in a circle from \(chain[2]) to \(chain[1])"
            )
        }
    }

    @Test("A chain that ends before the size is damaged")
    func tooShort() throws {
        for kind in kinds {
            var image = FATImage(kind, [.file("F", pattern(2000))])
            let chain = try #require(image.chains["F"])
            image.links[chain[1]] = kind.end
            #expect(
                try FATTree(image).damage("F")
                    == "F: its clusters end with \(chain[1]) after 2, though its size needs 4"
            )
        }
    }

    @Test("A chain that meets a free or broken cluster or leaves the volume is damaged")
    func astray() throws {
        for kind in kinds {
            var image = FATImage(kind, [.file("F", pattern(2000))])
            let chain = try #require(image.chains["F"])
            image.links[chain[1]] = 0
            #expect(
                try FATTree(image).damage("F") == "F: cluster \(chain[1]) of it is marked as free"
            )
            image.links[chain[1]] = kind.end - 8
            #expect(
                try FATTree(image).damage("F") == "F: cluster \(chain[1]) of it is marked as broken"
            )
            let outside = UInt32(image.clusterCount + 2)
            image.links[chain[1]] = outside
            #expect(
                try FATTree(image).damage("F")
                    == "F: cluster \(chain[1]) of it leads to \(outside), which is none"
            )
            image.links[chain[1]] = 1
            #expect(
                try FATTree(image).damage("F")
                    == "F: cluster \(chain[1]) of it leads to 1, which is none"
            )
        }
    }

    @Test("What lies before the damage and other files can be read all the same")
    func othersLive() throws {
        var image = FATImage(.fat12, [.file("F", pattern(2000)), .file("G", pattern(700))])
        let chain = try #require(image.chains["F"])
        image.links[chain[2]] = 0
        let tree = try FATTree(image)
        let file = try #require(try tree.entry("F"))
        #expect(
            try tree.content(of: file, chunk: 512, limit: 1536) == Array(pattern(2000)[..<1536])
        )
        #expect(throws: DeviceError.self) { try tree.content("F") }
        #expect(try tree.content("G") == pattern(700))
    }

    @Test("A size that lies is found out, a chain that is too long is not minded")
    func sizes() throws {
        let items = [
            FATItem.file("HUGE", pattern(100)).with { $0.size = UInt32.max },
            FATItem.file("NONE").with { $0.size = 5 },
            FATItem.file("LONG", pattern(100)).with { $0.clusters = 7 },
        ]
        let tree = try FATTree(FATImage(.fat12, items))
        #expect(
            tree.damage("HUGE") == "HUGE: its size needs 8388608 clusters, more than the volume has"
        )
        #expect(tree.damage("NONE") == "NONE: it begins in cluster 0, which is none")
        #expect(try tree.content("LONG") == pattern(100))
    }

    @Test("Files whose chains cross are read as the chains say")
    func crossed() throws {
        var image = FATImage(
            .fat16,
            [.file("A", pattern(1500)), .file("B", pattern(1500, seed: 9))]
        )
        let first = try #require(image.chains["A"])
        let second = try #require(image.chains["B"])
        image.links[second[0]] = first[1]
        let tree = try FATTree(image)
        #expect(try tree.content("A") == pattern(1500))
        #expect(
            try tree.content("B") == Array(pattern(1500, seed: 9)[..<512] + pattern(1500)[512...])
        )
    }

    @Test("On a cut-off image the files before the cut live, those behind it are damaged")
    func truncated() throws {
        let image = FATImage(
            .fat16,
            [.file("A", pattern(1500)), .file("B", pattern(1500, seed: 9))]
        )
        let blocks = image.blocks()
        let cluster = try #require(image.chains["B"]?[1])
        blocks.byteCount = image.start(ofCluster: cluster)
        let tree = FATTree(try FATVolume(blocks))
        #expect(try tree.content("A") == pattern(1500))
        #expect(tree.damage("B") == "B: its cluster \(cluster) lies behind the end of the device")
    }

    @Test("A folder inside itself ends the walk")
    func folderCircle() throws {
        for kind in kinds {
            let inner = FATItem.folder("IN", [.file("F", [1])])
            var image = FATImage(kind, [.folder("OUT", [inner])])
            let outer = try #require(image.chains["OUT"]?.first)
            // The record behind `.` and `..` leads back to its own folder.
            let records = try #require(image.clusters[outer])
            var spoilt = records
            spoilt.replaceSubrange(64 + 26..<64 + 28, with: little(UInt16(outer)))
            image.clusters[outer] = spoilt
            #expect(
                try FATTree(image).damage("OUT/IN")
                    == "OUT/IN: its cluster \(outer) belongs to another folder too"
            )
        }
    }

    @Test("The chain of a folder may not run in a circle, end astray or begin nowhere")
    func folderChains() throws {
        let items = (0..<14).map { FATItem.file("F\($0)") }
        for kind in kinds {
            var image = FATImage(kind, [.folder("D", items)])
            let folder = try #require(image.chains["D"])
            image.links[folder[0]] = folder[0]
            #expect(
                try FATTree(image).damage("D") == "D: its clusters run in a circle to \(folder[0])"
            )
            image.links[folder[0]] = 0
            #expect(
                try FATTree(image).damage("D") == "D: cluster \(folder[0]) of it is marked as free"
            )
        }
        let tree = try FATTree(FATImage(.fat12, [.folder("D", [])]))
        let none = TreeEntry(path: ["D"], kind: .folder, handle: 1 << 28)
        #expect(throws: DeviceError.damaged("D: it begins in cluster 0, which is none")) {
            try tree.entries(of: none)
        }
    }

    @Test("A folder holds at most 65 536 records")
    func recordLimit() throws {
        var image = FATImage(.fat16, clusterSectors: 64, [.folder("D", [])])
        // 65 clusters of 32 KiB with 1024 records each.
        let record = FATItem.file("F").records(number: 1, cluster: 0)[0]
        let full = Array(repeatElement(record, count: 1024).joined())
        for cluster in UInt32(2)..<67 {
            image.clusters[cluster] = full
            image.links[cluster] = cluster == 66 ? 0xFFFF : cluster + 1
        }
        #expect(try FATTree(image).damage("D") == "D: it has more than 65536 records")
        image.links[65] = 0xFFFF
        #expect(try FATTree(image).names("D").count == 65_536)
    }

    @Test("A file in more pieces than are remembered is read forwards and backwards")
    func forgottenRuns() throws {
        let item = FATItem.file("F", pattern(20 * 512)).with { $0.isFragmented = true }
        let image = FATImage(.fat12, [item])
        let volume = try FATVolume(image.blocks())
        let table = FATTable(volume.source, volume.layout)
        let clusters = try #require(image.chains["F"])
        var chain = FATChain(first: clusters[0], needed: 20, runLimit: 4)
        for index in Array(0..<20) + [0, 19, 7, 6, 12] {
            let place = Int64(index)
            let run = try chain.run(holding: place, upTo: place, in: table, volume.layout)
            #expect(run == FATChain.Run(index: place, cluster: clusters[index], count: 1))
        }
    }

    @Test("No flipped byte crashes the reader or makes the walk endless", arguments: [12, 16, 32])
    func mutations(bits: Int) throws {
        let kind = try #require(FATImage.Kind(rawValue: bits))
        let folder = FATItem.folder(
            "A long name of a folder",
            (0..<20).map { .file("F\($0)", [1]) }
        )
        let items = [folder, .folder("D", [.folder("E", [.file("G", pattern(3000))])]), .file("H")]
        let image = FATImage(kind, clusterCount: bits == 16 ? 4085 : 100, items)
        let used = image.dataStart + 60 * image.clusterBytes
        // The boot sector, the beginning of the table, the root folder, and what is in use.
        let places = [
            0..<90, image.tableStart..<image.tableStart + 240,
            image.rootStart..<image.rootStart + 192, image.dataStart..<used,
        ]
        let whole = BoundedWalk(limit: used / 32)
        whole.all(image.blocks())
        #expect(whole.files.count == 22 && whole.calls == 4 && whole.troubles == [])
        var random = SeededGenerator(seed: UInt64(bits))
        for _ in 0..<500 {
            let blocks = image.blocks()
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let range = places[Int.random(in: 0..<places.count, using: &random)]
                let place = Int.random(in: range, using: &random)
                blocks.write([UInt8.random(in: 0...255, using: &random)], at: Int64(place))
            }
            let walk = BoundedWalk(limit: used / 32)
            walk.all(blocks)
            #expect(walk.calls <= used / 32, "the walk does not end")
        }
    }
}
