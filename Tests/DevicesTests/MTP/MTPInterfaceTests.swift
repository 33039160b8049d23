import Devices
import Testing

@Suite("Which interfaces speak MTP")
struct MTPInterfaceTests {
    @Test("Still image, or the maker's own class by the name MTP")
    func matches() {
        func matches(_ fields: (UInt8, UInt8, UInt8), _ name: String?) -> Bool {
            MTPInterface.matches(
                class: fields.0,
                subclass: fields.1,
                protocol: fields.2,
                name: name
            )
        }
        #expect(matches((6, 1, 1), nil))
        #expect(matches((6, 1, 1), "MTP"))
        #expect(matches((255, 255, 0), "MTP"))
        #expect(matches((255, 0, 0), "MTP"))
        // udev's probe takes such names for MTP as well.
        #expect(matches((255, 255, 0), "Walker MTP"))
        #expect(matches((255, 255, 0), "MTP-Interface"))
        #expect(!matches((255, 255, 0), "SMTP"))
        #expect(!matches((255, 255, 0), nil))
        #expect(!matches((255, 66, 1), "ADB Interface"))
        #expect(!matches((6, 1, 2), "MTP"))
        #expect(!matches((8, 6, 80), "MTP"))
    }

    /// An interface with a bulk pair, and with an endpoint for events unless it is left out.
    private func interface(
        _ number: UInt8,
        _ fields: (UInt8, UInt8, UInt8),
        _ name: String? = nil,
        hasEvents: Bool = true
    ) -> USBInterface {
        let pair = [
            USBEndpoint(address: 0x81, kind: .bulk, packetSize: 512),
            USBEndpoint(address: 0x02, kind: .bulk, packetSize: 512),
        ]
        let events = USBEndpoint(address: 0x83, kind: .interrupt, packetSize: 28)
        return USBInterface(
            number: number,
            alternateSetting: 0,
            classCode: fields.0,
            subclass: fields.1,
            protocolCode: fields.2,
            name: name,
            endpoints: hasEvents ? pair + [events] : pair
        )
    }

    @Test("Where an interface says that it speaks MTP, no other one is tried")
    func named() {
        let interfaces = [
            interface(0, (255, 255, 0)), interface(1, (255, 255, 0), "MTP"),
            interface(2, (6, 1, 1), hasEvents: false), interface(3, (8, 6, 80)),
        ]
        #expect(MTPInterface.candidates(among: interfaces).map(\.interface.number) == [1, 2])
    }

    @Test("Of a device that udev knows, one without a name is tried if it is laid out so")
    func unnamed() {
        let interfaces = [
            interface(0, (255, 66, 1)), interface(1, (255, 255, 0), hasEvents: false),
            interface(2, (8, 6, 80)), interface(3, (255, 255, 0)), interface(4, (255, 0, 0), "x"),
        ]
        #expect(MTPInterface.candidates(among: interfaces).map(\.interface.number) == [3, 4])
        #expect(MTPInterface.candidates(among: Array(interfaces.prefix(3))).isEmpty)
    }

    @Test("The bulk pair and the interrupt endpoint are found in any order")
    func endpoints() throws {
        let input = USBEndpoint(address: 0x81, kind: .bulk, packetSize: 64)
        let output = USBEndpoint(address: 0x02, kind: .bulk, packetSize: 64)
        let events = USBEndpoint(address: 0x83, kind: .interrupt, packetSize: 28)
        let found = try #require(MTPEndpoints(of: [events, output, input]))
        #expect(found.input == input)
        #expect(found.output == output)
        #expect(found.events == events)
        #expect(MTPEndpoints(of: [output, input])?.events == nil)
        #expect(MTPEndpoints(of: [events, input]) == nil)
        #expect(MTPEndpoints(of: [events, output]) == nil)
    }

    @Test("Packets of a size that bulk packets do not have are refused", arguments: [0, -1, 4096])
    func packetSizes(size: Int) {
        let input = USBEndpoint(address: 0x81, kind: .bulk, packetSize: size)
        let output = USBEndpoint(address: 0x02, kind: .bulk, packetSize: 512)
        #expect(MTPEndpoints(of: [input, output]) == nil)
    }
}
