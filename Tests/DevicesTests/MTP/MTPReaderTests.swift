@testable import Devices
import Testing

@Suite("Fields of MTP datasets")
struct MTPReaderTests {
    @Test("Numbers of all widths have their lowest byte first")
    func numbers() throws {
        var reader = MTPReader(1...15, of: "numbers")
        #expect(try reader.uint8() == 0x01)
        #expect(try reader.uint16() == 0x0302)
        #expect(try reader.uint32() == 0x0706_0504)
        #expect(try reader.uint64() == 0x0F0E_0D0C_0B0A_0908)
        #expect(reader.isAtEnd)
    }

    @Test("A number that is cut off is damaged, and says where")
    func shortNumber() {
        var reader = MTPReader([1, 2, 3], of: "DeviceInfo")
        #expect(
            throws: DeviceError.damaged("DeviceInfo ends at byte 3, in the middle of a field")
        ) { try reader.uint32() }
    }

    @Test("A string counts its terminator, which is left out")
    func string() throws {
        var reader = MTPReader([3, 0x47, 0, 0xE5, 0, 0, 0, 0, 9], of: "strings")
        #expect(try reader.string() == "Gå")
        #expect(try reader.string() == "")
        #expect(try reader.uint8() == 9)
    }

    @Test("Letters outside of the first plane are pairs; half a pair is U+FFFD")
    func surrogates() throws {
        var reader = MTPReader([3, 0x3D, 0xD8, 0x5F, 0xDC, 0, 0, 2, 0x3D, 0xD8, 0, 0], of: "s")
        #expect(try reader.string() == "\u{1F45F}")
        #expect(try reader.string() == "\u{FFFD}")
    }

    @Test("A string without terminator or with several is the same string")
    func terminators() throws {
        var reader = MTPReader([1, 0x41, 0, 3, 0x41, 0, 0, 0, 0, 0], of: "strings")
        #expect(try reader.string() == "A")
        #expect(try reader.string() == "A")
    }

    @Test("A string longer than its dataset is damaged")
    func longString() {
        var reader = MTPReader([255, 0x41, 0], of: "a string")
        #expect(throws: DeviceError.self) { try reader.string() }
    }

    @Test("A list is its count and its elements")
    func list() throws {
        var reader = MTPReader([2, 0, 0, 0, 0x01, 0x10, 0x1B, 0x10], of: "a list")
        #expect(try reader.array(of: UInt16.self, limit: 2) == [0x1001, 0x101B])
    }

    @Test("A list with more elements than allowed or than there are bytes is damaged")
    func longList() {
        var long = MTPReader([2, 0, 0, 0, 1, 0, 2, 0], of: "a list")
        #expect(
            throws: DeviceError.damaged("a list has a list of 2 elements, at most 1 are read")
        ) { try long.array(of: UInt16.self, limit: 1) }
        var lying = MTPReader([0xFF, 0xFF, 0xFF, 0xFF, 1, 0], of: "a list")
        #expect(throws: DeviceError.self) { try lying.array(of: UInt32.self, limit: .max) }
    }
}
