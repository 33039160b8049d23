/// What hangs on the emulated bus: answers to transfers.
///
/// Its calls come from the thread of the emulated kernel, one at a time; a test may look at it when no
/// transfer is under way.
protocol EmulatedDevice: AnyObject {
    /// A control request; `data` is what the host sends with it.
    func control(_ setup: EmulatedSetup, sending data: [UInt8]) -> EmulatedReply
    /// Bytes from the host, as one transfer; none for a packet of no length.
    func write(_ bytes: [UInt8], to endpoint: UInt8) -> EmulatedReply
    /// What it has for the host, which asks for at most `length` bytes; asked again while it is
    /// `silent`.
    func read(from endpoint: UInt8, length: Int) -> EmulatedReply
    /// The host takes the halt off an endpoint.
    func clearHalt(_ endpoint: UInt8)
    /// The errno with which the claim of an interface fails; nothing when it succeeds.
    ///
    /// A claim that is `detaching` takes a driver of the kernel off the interface first.
    func refusal(ofClaim interface: UInt32, detaching: Bool) -> Int32?
}

extension EmulatedDevice {
    func clearHalt(_ endpoint: UInt8) {}
    func refusal(ofClaim interface: UInt32, detaching: Bool) -> Int32? { nil }
}

/// The setup packet of a control request (USB 2.0 §9.3).
struct EmulatedSetup: Hashable {
    let type: UInt8
    let request: UInt8
    let value: UInt16
    let index: UInt16
    let length: UInt16

    /// Reads the eight bytes of a setup packet.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 8 else { return nil }
        func word(_ index: Int) -> UInt16 { UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8 }
        type = bytes[0]
        request = bytes[1]
        value = word(2)
        index = word(4)
        length = word(6)
    }

    /// The answer to a question for a string; nothing when it is another question.
    func string(of strings: [UInt8: String]) -> EmulatedReply? {
        guard type == 0x80, request == 6, value >> 8 == 3 else { return nil }
        let number = UInt8(value & 0xFF)
        // The list of languages: English of the United States.
        if number == 0 { return .done([4, 3, 9, 4]) }
        guard let text = strings[number] else { return .stall }
        let units = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        return .done([UInt8(units.count + 2), 3] + units)
    }
}

/// How a transfer goes.
enum EmulatedReply: Hashable {
    /// It is done; these bytes go to the host, none for a transfer in the other direction.
    ///
    /// They end the transfer even where they fill their last packet, as a packet of no length would.
    case done([UInt8] = [])
    /// Nothing happens, and the host may wait.
    case silent
    /// The endpoint is halted (`EPIPE`).
    case stall
    /// The bytes on the wire are garbled, as with a bad cable (`EPROTO`).
    case garbled
    /// It sends more than was asked for (`EOVERFLOW`).
    case overflow
    /// It is unplugged (`ENODEV`, `ESHUTDOWN`).
    case gone
}
