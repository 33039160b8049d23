/// One HID report of eight bytes: how many of the seven behind it count, then those (USB.md §2.1).
///
/// What stands behind the bytes that count is rubbish.
struct OmronReport: Hashable {
    /// The length of every report.
    static let length = 8
    /// The most bytes that one report carries.
    static let capacity = 7

    /// The bytes that count, at most seven.
    let bytes: [UInt8]

    /// Reads a report; nothing when it has another length or counts more than it has.
    init?(_ packet: [UInt8]) {
        guard packet.count == Self.length, packet[0] <= Self.capacity else { return nil }
        bytes = Array(packet[1..<(1 + Int(packet[0]))])
    }

    private init(bytes: ArraySlice<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// The reports that carry a message, each as full as can be.
    static func reports(of message: [UInt8]) -> [OmronReport] {
        stride(from: 0, to: message.count, by: capacity).map { start in
            OmronReport(bytes: message[start..<min(start + capacity, message.count)])
        }
    }

    /// The report as it goes over the wire.
    var packet: [UInt8] {
        let padding = [UInt8](repeating: 0, count: Self.capacity - bytes.count)
        return [UInt8(bytes.count)] + bytes + padding
    }
}
