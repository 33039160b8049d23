import Model
import TestSupport
import Testing

@testable import Formats

struct ZipTests {
    private let text = String(repeating: "2026-11-20T10:00:00Z,100\n", count: 9_000)

    @Test(arguments: [0, 8] as [UInt16])
    func `what was packed comes out`(method: UInt16) throws {
        var file = PackedFile("Takeout/Fit/steps.csv", text)
        file.method = method
        let zip = ArchiveWriter.zip([file, PackedFile("empty.csv", "")])
        let files = try ArchiveTrial.unzip(zip)
        #expect(files == ["Takeout/Fit/steps.csv": Array(text.utf8), "empty.csv": []])
    }

    @Test func `a reader may go back, and sees the same`() throws {
        let zip = ArchiveWriter.zip([PackedFile("a.csv", text)])
        let source = MemoryBytes(zip)
        let member = try #require(
            try ZipDirectory(source, size: Int64(zip.count)).members.first
        )
        let bytes = try member.open(in: source, UnpackAllowance())
        let expected = Array(text.utf8)
        for place in [200_000, 0, 131_072, 65_536, 224_990, 5] {
            let part = try bytes.bytes(at: place, count: 20)
            #expect(part == Array(expected[place..<min(expected.count, place + 20)]), "\(place)")
        }
        #expect(try ArchiveTrial.all(of: bytes, piece: 65_537) == expected)
    }

    @Test func `a comment, padding behind it and bytes before it do no harm`() throws {
        let file = PackedFile("a.csv", "x,y\n")
        // The comment holds what looks like an end.
        let comment: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 1, count: 40)
        for zip in [
            ArchiveWriter.zip([file], comment: comment),
            ArchiveWriter.zip([file]) + [0, 0, 0],
            ArchiveWriter.zip([file], prefix: Array("#!/bin/sh\n".utf8)),
        ] {
            #expect(try ArchiveTrial.unzip(zip) == ["a.csv": Array("x,y\n".utf8)])
        }
    }

    @Test func `photos, folders and the archiver's own files are not looked into`() throws {
        let names = ["a.JPG", "Photos/", "__MACOSX/._a.csv", ".hidden.csv", "b.csv", "c.html"]
        let zip = ArchiveWriter.zip(names.map { PackedFile($0, "x") })
        let directory = try ZipDirectory(MemoryBytes(zip), size: Int64(zip.count))
        #expect(directory.files == 3)
        #expect(directory.members.map(\.name) == ["b.csv"])
    }

    @Test func `names are read as their archiver wrote them, and lead nowhere`() throws {
        var umlaut = PackedFile("", "x")
        umlaut.name = [0x81] + Array("bung.csv".utf8)
        let zip = ArchiveWriter.zip([
            umlaut, PackedFile("Schritte é.csv", "x"), PackedFile("../../etc/a.csv", "x"),
            PackedFile("/b.csv", "x"), PackedFile("C\\..\\c.csv", "x"),
        ])
        #expect(
            try Set(ArchiveTrial.unzip(zip).keys)
                == ["übung.csv", "Schritte é.csv", "etc/a.csv", "b.csv", "C/c.csv"]
        )
    }

    @Test func `a time with a zone is told`() throws {
        var file = PackedFile("a.csv", "x")
        file.extra = [0x55, 0x54, 5, 0, 1] + ArchiveWriter.long(1_795_168_800)
        let zip = ArchiveWriter.zip([file])
        let directory = try ZipDirectory(MemoryBytes(zip), size: Int64(zip.count))
        #expect(directory.members.first?.modified == Instant(seconds: 1_795_168_800))
    }

    @Test func `a password and an unknown way of packing are told from damage`() throws {
        var locked = PackedFile("a.csv", "x")
        locked.flags = 1
        var strong = PackedFile("b.csv", "x")
        strong.method = 99
        var bzip2 = PackedFile("c.csv", "x")
        bzip2.method = 12
        let zip = ArchiveWriter.zip([locked, strong, bzip2])
        let directory = try ZipDirectory(MemoryBytes(zip), size: Int64(zip.count))
        #expect(directory.members.map(\.obstacle) == [.locked, .locked, .method("bzip2")])
    }

    @Test func `numbers of eight bytes are read`() throws {
        var file = PackedFile("a.csv", "hello")
        file.size = 0xFFFF_FFFF
        file.extra = [1, 0, 8, 0, 5, 0, 0, 0, 0, 0, 0, 0]
        #expect(
            try ArchiveTrial.unzip(ArchiveWriter.zip([file])) == ["a.csv": Array("hello".utf8)]
        )
        file.extra = [1, 0, 4, 0, 5, 0, 0, 0]
        #expect(ArchiveTrial.fault(ArchiveWriter.zip([file])) != nil)
    }

    @Test func `an archive of the long form is read through its pointer`() throws {
        let zip = ArchiveWriter.zip([PackedFile("a.csv", "hello")])
        let end = zip.count - 22
        let directory = Array(zip[(end + 12)..<(end + 20)])
        let zeros: [UInt8] = [0, 0, 0, 0]
        var large = Array(zip[..<end]) + [0x50, 0x4B, 6, 6] + ArchiveWriter.long(44) + zeros
        large += [45, 0, 45, 0] + zeros + zeros + [1, 0, 0, 0] + zeros + [1, 0, 0, 0] + zeros
        large += directory[..<4] + zeros + directory[4...] + zeros
        large +=
            [0x50, 0x4B, 6, 7] + zeros + ArchiveWriter.long(UInt32(end)) + zeros + [1, 0, 0, 0]
        large += [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0xFF, count: 16) + [0, 0]
        #expect(try ArchiveTrial.unzip(large) == ["a.csv": Array("hello".utf8)])
    }

    // MARK: - What is wrong

    @Test func `a wrong checksum is found at the end, in both ways of packing`() throws {
        for method in [0, 8] as [UInt16] {
            var file = PackedFile("a.csv", text)
            file.method = method
            file.checksum = 7
            let fault = try #require(ArchiveTrial.fault(ArchiveWriter.zip([file])))
            #expect(fault.sentence.contains("checksum"))
        }
    }

    @Test func `a length that is not true is found`() throws {
        for (size, words) in [(5, "longer"), (300_000, "shorter")] as [(UInt32, String)] {
            var file = PackedFile("a.csv", text)
            file.size = size
            let fault = try #require(ArchiveTrial.fault(ArchiveWriter.zip([file])))
            #expect(fault.sentence.contains(words))
        }
    }

    @Test func `headers that contradict each other are refused`() throws {
        var file = PackedFile("a.csv", "x")
        file.localName = Array("b.csv".utf8)
        let fault = try #require(ArchiveTrial.fault(ArchiveWriter.zip([file])))
        #expect(fault.sentence.contains("different things"))
    }

    @Test func `an archive without its end breaks off`() throws {
        let zip = ArchiveWriter.zip([PackedFile("a.csv", text), PackedFile("b.csv", text)])
        for count in [4, 100, zip.count / 2, zip.count - 1] {
            let fault = try #require(ArchiveTrial.fault(Array(zip[..<count])))
            #expect(fault.isTruncated, "\(count)")
        }
    }

    @Test func `files that share bytes are refused`() throws {
        let zip = ArchiveWriter.zip([PackedFile("a.csv", text), PackedFile("b.csv", text)])
        // The second record of the directory points to the first file.
        var hostile = zip
        let second = try #require(
            zip.indices.last { zip[$0...].starts(with: [0x50, 0x4B, 1, 2]) }
        )
        hostile.replaceSubrange((second + 42)..<(second + 46), with: [0, 0, 0, 0])
        let fault = try #require(ArchiveTrial.fault(hostile))
        #expect(fault.sentence.contains("share bytes"))
    }

    @Test func `the limits each have their sentence`() throws {
        let two = ArchiveWriter.zip([PackedFile("a.csv", text), PackedFile("b.csv", text)])
        var limits = ArchiveLimits()
        limits.entries = 1
        #expect(
            ArchiveTrial.fault(two, limits: limits)?.sentence.contains("more than 1 files") == true
        )
        limits = ArchiveLimits()
        limits.unpackedBytes = Int64(text.utf8.count) * 2 - 1
        #expect(ArchiveTrial.fault(two, limits: limits)?.sentence.contains("come out") == true)
        limits.unpackedBytes += 1
        #expect(ArchiveTrial.fault(two, limits: limits) == nil)
        limits.ratioFreeBytes = 100_000
        limits.ratio = 20
        #expect(ArchiveTrial.fault(two, limits: limits)?.sentence.contains("20 times") == true)
    }

    @Test func `a workbook in other clothes is still a workbook`() throws {
        let zip = ArchiveWriter.zip([
            PackedFile("_rels/.rels", "x"), PackedFile("[Content_Types].xml", "x"),
        ])
        #expect(ArchiveTrial.fault(zip)?.sentence.contains("Excel") == true)
    }

    @Test func `one part of several is refused by name`() throws {
        var zip = ArchiveWriter.zip([PackedFile("a.csv", "x")])
        zip[zip.count - 18] = 3
        #expect(ArchiveTrial.fault(zip)?.sentence.contains("split") == true)
    }
}
