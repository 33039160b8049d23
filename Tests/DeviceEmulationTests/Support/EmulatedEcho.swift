/// A device that gives back what it is sent, through bulk endpoints as MTP has them.
final class EmulatedEcho: EmulatedDevice {
    /// One interface with two alternate settings; the second has an interrupt endpoint and one that
    /// is isochronous.
    static let descriptors: [UInt8] =
        [
            0x12, 0x01, 0x00, 0x02, 0x00, 0x00, 0x00, 0x40, 0x09, 0x12, 0x01, 0x00, 0x00, 0x01,
            0x00, 0x00, 0x05, 0x01,
        ] + [
            0x09, 0x02, 0x37, 0x00, 0x01, 0x01, 0x00, 0x80, 0x32,
            0x09, 0x04, 0x00, 0x00, 0x02, 0x06, 0x01, 0x01, 0x05,
            0x07, 0x05, 0x81, 0x02, 0x00, 0x02, 0x00,
            0x07, 0x05, 0x02, 0x02, 0x00, 0x02, 0x00,
            0x09, 0x04, 0x00, 0x01, 0x02, 0xFF, 0x02, 0x03, 0x06,
            0x07, 0x05, 0x83, 0x03, 0x40, 0x00, 0x0A,
            0x07, 0x05, 0x84, 0x01, 0x40, 0x00, 0x01,
        ]

    /// The data of the control requests that it knows.
    private(set) var controls: [[UInt8]] = []
    /// What every read comes to from now on; nothing: the echo.
    var failure: EmulatedReply?

    private let detachRefusal: Int32?
    private var waiting: [[UInt8]] = []

    init(detachRefusal: Int32? = nil) {
        self.detachRefusal = detachRefusal
    }

    func control(_ setup: EmulatedSetup, sending data: [UInt8]) -> EmulatedReply {
        switch (setup.type, setup.request, setup.value) {
        case (0x80, 6, 0x0300): return .done([4, 3, 9, 4])
        case (0x80, 6, 0x0305): return .done([8, 3, 0x4D, 0, 0x54, 0, 0x50, 0])
        case (0x21, 0x66, _):
            controls.append(data)
            return .done()
        default: return .stall
        }
    }

    func write(_ bytes: [UInt8], to endpoint: UInt8) -> EmulatedReply {
        waiting.append(bytes)
        return .done()
    }

    func read(from endpoint: UInt8, length: Int) -> EmulatedReply {
        if let failure { return failure }
        return waiting.isEmpty ? .silent : .done(waiting.removeFirst())
    }

    func refusal(ofClaim interface: UInt32, detaching: Bool) -> Int32? {
        detaching ? detachRefusal : nil
    }
}
