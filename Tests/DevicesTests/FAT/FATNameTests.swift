import Devices
import Testing

@Suite("Names on FAT volumes")
struct FATNameTests {
    @Test("Long names are read in every script")
    func longNames() throws {
        let names = [
            "Größe über alles.csv", "прогулка по лесу.gpx", "散歩の記録.txt", "🚶‍♀️ a walk 😀.fit",
            "Mixed Case.fit", "thirteen char", "thirteen chars", String(repeating: "x", count: 255),
            "e\u{301}.txt", "مشي.csv",
        ]
        for kind in [FATImage.Kind.fat12, .fat16, .fat32] {
            let tree = try FATTree(FATImage(kind, names.map { .file($0, Array($0.utf8)) }))
            #expect(try tree.names().map { Array($0.utf8) } == names.map { Array($0.utf8) })
            for name in names { #expect(try tree.content(name) == Array(name.utf8)) }
        }
    }

    @Test("The flags of Windows NT put short names in lower case")
    func caseFlags() throws {
        let items = [UInt8(0), 0x08, 0x10, 0x18].enumerated().map { index, flags in
            FATItem.file("WALK\(index).FIT").with { $0.caseFlags = flags }
        }
        let tree = try FATTree(FATImage(.fat12, items))
        #expect(try tree.names() == ["WALK0.FIT", "walk1.FIT", "WALK2.fit", "walk3.fit"])
    }

    @Test("Letters beyond ASCII of a short name are those of code page 437")
    func codePage() throws {
        // 0x8E is Ä, 0x99 Ö, 0xFF a no-break space; 0x05 stands for 0xE5, which is σ.
        let names: [[UInt8]] = [
            [0x8E, 0x99, 0x41, 0x20, 0x20, 0x20, 0x20, 0x20, 0x46, 0x49, 0x54],
            [0x05, 0x41, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20],
            [0x41, 0x2F, 0x07, 0x7F, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20],
            [0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x41, 0x20, 0x20],
            [0x41, 0x20, 0xFE, 0x80, 0xE1, 0xB0, 0xC4, 0xDB, 0x20, 0x20, 0x20],
        ]
        let items = names.map { name in FATItem.file("x").with { $0.shortName = name } }
        let tree = try FATTree(FATImage(.fat12, items))
        #expect(
            try tree.names() == [
                "ÄÖA.FIT", "σA", "A\u{FFFD}\u{FFFD}\u{FFFD}", "\u{FFFD}.A", "A ■Çß░─█",
            ]
        )
    }

    @Test("A long name cannot leave its folder or break a line")
    func hostileNames() throws {
        let items = ["a/b", "..", ".", "a\nb", "\u{85}x"].map { name in
            FATItem.file(name).with {
                $0.hasLongName = true
                $0.shortName = Array("SAFE~1  TXT".utf8)
            }
        }
        let tree = try FATTree(FATImage(.fat12, items))
        #expect(
            try tree.names() == [
                "a\u{FFFD}b", "SAFE~1.TXT", "SAFE~1.TXT", "a\u{FFFD}b", "\u{FFFD}x",
            ]
        )
    }

    @Test("Pieces of long names that do not fit fall back to the short name")
    func orphans() throws {
        let short = Array("LONGNA~1CSV".utf8)
        let name = "A long name of three pieces.csv"
        let pieces = FATItem.longNameRecords(name, short: short)
        #expect(pieces.count == 3)
        let other = FATItem.longNameRecords(name, short: Array("OTHER~1 CSV".utf8))
        let spoilt = [
            [pieces[0], pieces[2]], [pieces[1], pieces[2]], [pieces[0], pieces[2], pieces[1]],
            [pieces[0], pieces[1]], other, [pieces[0], other[1], pieces[2]],
            [pieces[0], pieces[1], pieces[2], pieces[2]],
        ]
        let entry = FATItem.file("x").with { $0.shortName = short }.records(number: 1, cluster: 0)
        for records in spoilt {
            #expect(try names(of: records + entry) == ["LONGNA~1.CSV"])
        }
        #expect(try names(of: pieces + entry) == [name])
        #expect(try names(of: pieces + pieces + entry) == [name])
        #expect(try names(of: [pieces[0]] + pieces + entry + entry) == [name, "LONGNA~1.CSV"])
    }

    @Test("Half a letter of UTF-16 is no letter")
    func loneSurrogate() throws {
        let short = Array("X       TXT".utf8)
        var pieces = FATItem.longNameRecords("abc", short: short)
        pieces[0].replaceSubrange(3..<5, with: [0x00, 0xD8])
        let entry = FATItem.file("x").with { $0.shortName = short }.records(number: 1, cluster: 0)
        #expect(try names(of: pieces + entry) == ["a\u{FFFD}c"])
    }

    /// The names of a folder that consists of these records.
    private func names(of records: [[UInt8]]) throws -> [String] {
        var image = FATImage(.fat12, [.folder("D", [])])
        let cluster = try #require(image.chains["D"]?.first)
        image.clusters[cluster] = records.flatMap { $0 }
        return try FATTree(image).names("D")
    }
}
