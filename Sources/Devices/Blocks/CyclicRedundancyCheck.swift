/// The CRC-32 of IEEE 802.3 (polynomial 0xEDB8 8320 reflected), which GPT uses (UEFI §5.3.2).
enum CyclicRedundancyCheck {
    private static let table: [UInt32] = (0..<256).map { index in
        var value = UInt32(index)
        for _ in 0..<8 { value = value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
        return value
    }

    /// The check number of bytes.
    static func value(of bytes: [UInt8]) -> UInt32 {
        var value = UInt32.max
        for byte in bytes {
            value = value >> 8 ^ table[Int(UInt8(truncatingIfNeeded: value) ^ byte)]
        }
        return ~value
    }
}
