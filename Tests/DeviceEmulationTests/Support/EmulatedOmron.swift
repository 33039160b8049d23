import Glibc
import TestSupport

/// An invented HJ-720IT on the emulated bus, with the descriptors of a real one (USB.md §2).
final class EmulatedOmron: EmulatedDevice {
    static let descriptors: [UInt8] =
        [
            0x12, 0x01, 0x10, 0x01, 0x00, 0x00, 0x00, 0x08, 0x90, 0x05, 0x28, 0x00, 0x01, 0x02,
            0x01, 0x03, 0x00, 0x01,
        ] + [
            0x09, 0x02, 0x29, 0x00, 0x01, 0x01, 0x00, 0x80, 0x32,
            0x09, 0x04, 0x00, 0x00, 0x02, 0x03, 0x00, 0x00, 0x00,
            0x09, 0x21, 0x10, 0x01, 0x00, 0x01, 0x22, 0x1F, 0x00,
            0x07, 0x05, 0x81, 0x03, 0x08, 0x00, 0x0A,
            0x07, 0x05, 0x02, 0x03, 0x08, 0x00, 0x0A,
        ]
    private static let strings: [UInt8: String] = [
        1: "OMRON HEALTHCARE CO.,LTD", 3: "HHX-CABLE-USB1",
    ]

    let model: OmronModel
    /// Whether another program holds the interface.
    private let isHeld: Bool

    init(_ model: OmronModel, isHeld: Bool = false) {
        self.model = model
        self.isHeld = isHeld
    }

    func control(_ setup: EmulatedSetup, sending data: [UInt8]) -> EmulatedReply {
        if let string = setup.string(of: Self.strings) { return string }
        let isKnown = model.control(
            type: setup.type,
            request: setup.request,
            value: setup.value,
            data: data
        )
        return isKnown ? .done() : .stall
    }

    func write(_ bytes: [UInt8], to endpoint: UInt8) -> EmulatedReply {
        if model.isGone { return .gone }
        guard endpoint == 0x02 else { return .stall }
        model.take(bytes)
        return .done()
    }

    func read(from endpoint: UInt8, length: Int) -> EmulatedReply {
        guard endpoint == 0x81 else { return .stall }
        if let report = model.next() {
            return report.count > length ? .overflow : .done(report)
        }
        return model.isGone ? .gone : .silent
    }

    func refusal(ofClaim interface: UInt32, detaching: Bool) -> Int32? {
        isHeld ? EBUSY : interface == 0 ? nil : ENOENT
    }
}
