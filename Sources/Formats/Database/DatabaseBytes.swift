extension Span<UInt8> {
    /// Two bytes with the most significant first; the caller has checked that they are there.
    func number16(at offset: Int) -> Int {
        Int(self[offset]) << 8 | Int(self[offset + 1])
    }

    /// Four bytes with the most significant first; the caller has checked that they are there.
    func number32(at offset: Int) -> Int {
        number16(at: offset) << 16 | number16(at: offset + 2)
    }

    /// A whole number of one to nine bytes, seven bits in each of the first eight.
    ///
    /// - Returns: the bits and where the next thing begins; nothing when it does not end before
    ///   `end`, which is no more than there is.
    @inline(__always)
    func variableNumber(at offset: Int, before end: Int) -> (bits: UInt64, next: Int)? {
        guard offset >= 0, offset < end, end <= count else { return nil }
        let first = self[offset]
        if first < 0x80 { return (UInt64(first), offset + 1) }
        var bits = UInt64(first & 0x7F)
        var next = offset + 1
        for _ in 0..<7 {
            guard next < end else { return nil }
            let byte = self[next]
            next += 1
            bits = bits << 7 | UInt64(byte & 0x7F)
            if byte < 0x80 { return (bits, next) }
        }
        guard next < end else { return nil }
        return (bits << 8 | UInt64(self[next]), next + 1)
    }
}
