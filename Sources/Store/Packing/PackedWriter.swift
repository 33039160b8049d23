/// Writes whole numbers and texts in few bytes.
///
/// Unsigned numbers are little-endian groups of seven bits, the high bit set while more follow
/// (LEB128); signed ones are folded first so that small magnitudes stay short: 0, −1, 1, −2 …
/// become 0, 1, 2, 3 …. A text is its length in bytes and its UTF-8.
struct PackedWriter {
    /// What was written so far.
    private(set) var bytes: [UInt8] = []

    /// Forgets what was written and keeps the room.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Writes one byte.
    @inline(__always)
    mutating func byte(_ value: UInt8) {
        bytes.append(value)
    }

    /// Writes a number in one to ten bytes.
    @inline(__always)
    mutating func unsigned(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Writes a number that may be negative.
    @inline(__always)
    mutating func signed(_ value: Int64) {
        unsigned(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }

    /// Writes bytes with their count before them.
    mutating func blob(_ value: some Collection<UInt8>) {
        unsigned(UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    /// Writes a text.
    mutating func text(_ value: String) {
        blob(value.utf8)
    }

    /// Writes a number or its absence.
    mutating func optional(_ value: Int64?) {
        byte(value == nil ? 0 : 1)
        if let value { signed(value) }
    }
}
