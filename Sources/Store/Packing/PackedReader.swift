/// What was packed does not unpack: it was cut off, or is not what this version writes.
struct PackingProblem: Error {}

/// Reads what a writer of the same layout packed; never reads beyond the end.
struct PackedReader {
    private let bytes: [UInt8]
    private var position = 0

    /// Reads these bytes from their beginning.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// How many bytes are left.
    var remaining: Int { bytes.count - position }

    /// Reads one byte.
    @inline(__always)
    mutating func byte() throws(PackingProblem) -> UInt8 {
        guard position < bytes.count else { throw PackingProblem() }
        defer { position += 1 }
        return bytes[position]
    }

    /// Reads a number of at most 64 bits.
    @inline(__always)
    mutating func unsigned() throws(PackingProblem) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64 {
            let next = try byte()
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
        }
        throw PackingProblem()
    }

    /// Reads a number that may be negative.
    @inline(__always)
    mutating func signed() throws(PackingProblem) -> Int64 {
        let folded = try unsigned()
        return Int64(bitPattern: folded >> 1) ^ -Int64(bitPattern: folded & 1)
    }

    /// Reads a number that must fit a narrower type.
    mutating func narrow<Number: FixedWidthInteger>(
        _ type: Number.Type = Number.self
    ) throws(PackingProblem) -> Number {
        guard let number = Number(exactly: try signed()) else { throw PackingProblem() }
        return number
    }

    /// Reads a count of things that take at least one byte each.
    mutating func count() throws(PackingProblem) -> Int {
        guard let count = Int(exactly: try unsigned()), count <= remaining
        else { throw PackingProblem() }
        return count
    }

    /// Reads bytes with their count before them.
    mutating func blob() throws(PackingProblem) -> ArraySlice<UInt8> {
        let count = try count()
        defer { position += count }
        return bytes[position..<position + count]
    }

    /// Reads a text.
    mutating func text() throws(PackingProblem) -> String {
        String(decoding: try blob(), as: UTF8.self)
    }

    /// Reads a number or its absence.
    mutating func optional() throws(PackingProblem) -> Int64? {
        switch try byte() {
        case 0: nil
        case 1: try signed()
        default: throw PackingProblem()
        }
    }

    /// Insists that everything was read.
    func finish() throws(PackingProblem) {
        if remaining != 0 { throw PackingProblem() }
    }

    /// Reads the version byte and insists on one.
    mutating func version(_ expected: UInt8) throws(PackingProblem) {
        if try byte() != expected { throw PackingProblem() }
    }
}
