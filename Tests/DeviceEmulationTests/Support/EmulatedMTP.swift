import Glibc
import TestSupport

/// The fake MTP device on the emulated bus, with the descriptors of a watch whose interface is the
/// maker's own and called MTP.
final class EmulatedMTP: EmulatedDevice {
    static let descriptors: [UInt8] =
        [
            0x12, 0x01, 0x00, 0x02, 0x00, 0x00, 0x00, 0x40, 0x1E, 0x09, 0x98, 0x4F, 0x00, 0x01,
            0x01, 0x02, 0x03, 0x01,
        ] + [
            0x09, 0x02, 0x27, 0x00, 0x01, 0x01, 0x00, 0x80, 0x32,
            0x09, 0x04, 0x00, 0x00, 0x03, 0xFF, 0xFF, 0x00, 0x05,
            0x07, 0x05, 0x81, 0x02, 0x00, 0x02, 0x00,
            0x07, 0x05, 0x01, 0x02, 0x00, 0x02, 0x00,
            0x07, 0x05, 0x82, 0x03, 0x1C, 0x00, 0x06,
        ]
    private static let strings: [UInt8: String] = [
        1: "Invented", 2: "Walker 7", 3: "0000C0FFEE01", 5: "MTP",
    ]

    let model: FakeMTPDevice
    /// Whether another program holds the interface.
    var isHeld = false

    init(_ model: FakeMTPDevice) {
        self.model = model
    }

    func control(_ setup: EmulatedSetup, sending data: [UInt8]) -> EmulatedReply {
        if let string = setup.string(of: Self.strings) { return string }
        guard setup.type == 0x21 else { return .stall }
        return reply(model.control(setup.request, data))
    }

    func write(_ bytes: [UInt8], to endpoint: UInt8) -> EmulatedReply {
        endpoint == FakeMTPDevice.output ? reply(model.take(bytes)) : .stall
    }

    func read(from endpoint: UInt8, length: Int) -> EmulatedReply {
        endpoint == FakeMTPDevice.input ? reply(model.next(upTo: length)) : .silent
    }

    func clearHalt(_ endpoint: UInt8) {
        _ = model.clearHalt(endpoint)
    }

    func refusal(ofClaim interface: UInt32, detaching: Bool) -> Int32? {
        isHeld ? EBUSY : interface == 0 ? nil : ENOENT
    }

    private func reply(_ outcome: FakeMTPDevice.Outcome) -> EmulatedReply {
        switch outcome {
        case .done(let bytes): .done(bytes)
        case .silent: .silent
        case .halted, .rubbish: .stall
        case .overflow: .overflow
        case .gone: .gone
        }
    }
}
