@testable import Devices
import Testing

@Suite("Containers of MTP")
struct MTPContainerTests {
    @Test("A command is its header and its parameters, lowest bytes first")
    func command() {
        let command = MTPContainer(
            .getPartialObject,
            transaction: 7,
            parameters: [0x0102_0304, 0, 0x10_0000]
        )
        #expect(
            command.encoded == [
                0x18, 0, 0, 0, 0x01, 0, 0x1B, 0x10, 7, 0, 0, 0,
                0x04, 0x03, 0x02, 0x01, 0, 0, 0, 0, 0, 0, 0x10, 0,
            ]
        )
    }

    @Test("There are eight operations, and each of them only looks")
    func operations() {
        let codes = MTPOperation.allCases.map(\.rawValue)
        #expect(codes == [0x1001, 0x1002, 0x1003, 0x1004, 0x1007, 0x1008, 0x1009, 0x101B])
    }

    @Test("A response is read with its parameters")
    func response() throws {
        let bytes: [UInt8] = [0x10, 0, 0, 0, 3, 0, 0x01, 0x20, 0x78, 0x56, 0x34, 0x12]
        let header = try MTPContainerHeader(bytes)
        #expect(header.kind == .response)
        #expect(header.code == 0x2001)
        #expect(header.transaction == 0x1234_5678)
        #expect(header.payloadCount == 4)
        let response = try MTPContainer(header, payload: [0xFF, 0, 0, 0x80])
        #expect(response.parameters == [0x8000_00FF])
    }

    @Test("A length of all ones leaves the end to the packets")
    func openEnded() throws {
        let header = try MTPContainerHeader(
            [0xFF, 0xFF, 0xFF, 0xFF, 2, 0, 0x09, 0x10, 1, 0, 0, 0]
        )
        #expect(header.payloadCount == nil)
    }

    @Test("A header that cannot be one is damaged", arguments: [(11, 2), (12, 0), (12, 5)])
    func badHeader(length: UInt8, kind: UInt8) {
        #expect(throws: DeviceError.self) {
            try MTPContainerHeader([length, 0, 0, 0, kind, 0, 1, 0x20, 0, 0, 0, 0])
        }
    }

    @Test("Parameters that are no five whole numbers are damaged", arguments: [3, 21, 24])
    func badParameters(count: Int) throws {
        let header = try MTPContainerHeader([32, 0, 0, 0, 3, 0, 1, 0x20, 0, 0, 0, 0])
        #expect(throws: DeviceError.self) {
            try MTPContainer(header, payload: [UInt8](repeating: 0, count: count))
        }
    }
}
