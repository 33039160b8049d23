@testable import Devices
import Model
import TestSupport
import Testing

@Suite("Datasets of MTP")
struct MTPDatasetTests {
    /// ObjectInfo of `a.fit`, 4660 bytes, in folder 9, field by field.
    private static let file: [UInt8] =
        [0x01, 0x00, 0x02, 0x00]  // Storage 0x00020001.
        + [0x00, 0x30]  // Format: undefined.
        + [0x00, 0x00]  // Protection.
        + [0x34, 0x12, 0x00, 0x00]  // Size.
        + [0x00, 0x00] + [UInt8](repeating: 0, count: 12)  // Thumbnail.
        + [UInt8](repeating: 0, count: 12)  // Picture.
        + [0x09, 0x00, 0x00, 0x00]  // Parent.
        + [0x00, 0x00] + [UInt8](repeating: 0, count: 8)  // Association, sequence.
        + [6, 0x61, 0, 0x2E, 0, 0x66, 0, 0x69, 0, 0x74, 0, 0, 0]

    @Test("ObjectInfo has its fields at the standard's offsets")
    func objectInfo() throws {
        #expect(Self.file.count == 52 + 13, "the name begins at byte 52")
        let info = try MTPObjectInfo(Self.file)
        #expect(info.storage == 0x0002_0001)
        #expect(info.compressedSize == 4660)
        #expect(info.parent == 9)
        #expect(info.name == "a.fit")
        #expect(info.modified == nil, "what is cut off after the name is not said")
        #expect(!info.isFolder)
    }

    @Test("The second date of ObjectInfo is that of the last change")
    func objectDates() throws {
        var dates = MTPBytes()
        dates.add("20200101T000000")
        dates.add("20261121T070203")
        let info = try MTPObjectInfo(Self.file + dates.all)
        let day = try #require(CivilDay(year: 2026, month: 11, day: 21))
        let millisecond: Int32 = (7 * 3600 + 2 * 60 + 3) * 1000
        #expect(info.modified == .wall(WallTime(day: day, millisecondOfDay: millisecond)))
    }

    @Test("Format 0x3001 is a folder")
    func folder() throws {
        var bytes = Self.file
        bytes[4] = 0x01
        #expect(try MTPObjectInfo(bytes).isFolder)
    }

    @Test("ObjectInfo that ends before or in the name is damaged", arguments: 0..<65)
    func cutObjectInfo(count: Int) {
        #expect(throws: DeviceError.self) { try MTPObjectInfo(Array(Self.file.prefix(count))) }
    }

    @Test("DeviceInfo tells operations and identity")
    func deviceInfo() throws {
        let bytes: [UInt8] =
            [0x64, 0, 6, 0, 0, 0, 0x64, 0, 0, 0, 0]  // Versions, no description, mode.
            + [2, 0, 0, 0, 0x01, 0x10, 0x1B, 0x10]  // Operations.
            + [1, 0, 0, 0, 0x02, 0x40] + [0, 0, 0, 0] + [0, 0, 0, 0]
            + [1, 0, 0, 0, 0x01, 0x30]
            + [2, 0x47, 0, 0, 0] + [2, 0x46, 0, 0, 0] + [2, 0x31, 0, 0, 0]
            + [3, 0x30, 0, 0x61, 0, 0, 0]
        let info = try MTPDeviceInfo(bytes)
        #expect(info.manufacturer == "G")
        #expect(info.model == "F")
        #expect(info.version == "1")
        #expect(info.serialNumber == "0a")
        #expect(info.offers(.getPartialObject))
        #expect(!info.offers(.getObject))
        let cut = try MTPDeviceInfo(Array(bytes.prefix(19)))
        #expect(cut.serialNumber == "", "the identity may be missing")
        #expect(throws: DeviceError.self) { try MTPDeviceInfo(Array(bytes.prefix(18))) }
    }
}
