/// Reads the fields of a dataset one after another and never past its end.
///
/// Numbers are little-endian; a string is a count of UTF-16 units with its terminator counted, then
/// the units; an array is a count of 32 bits, then its elements (PIMA 15740:2000 §5.3, MTP 1.1
/// §3.2).
struct MTPReader {
    private let bytes: [UInt8]
    private let name: String
    private var place = 0

    /// Makes a reader at the beginning of a dataset.
    ///
    /// - Parameters:
    ///   - bytes: the dataset.
    ///   - name: what it is, for messages.
    init(_ bytes: some Collection<UInt8>, of name: String) {
        self.bytes = Array(bytes)
        self.name = name
    }

    /// Whether everything was read.
    var isAtEnd: Bool { place == bytes.count }

    /// The next byte.
    mutating func uint8() throws(DeviceError) -> UInt8 { try number() }

    /// The next two bytes.
    mutating func uint16() throws(DeviceError) -> UInt16 { try number() }

    /// The next four bytes.
    mutating func uint32() throws(DeviceError) -> UInt32 { try number() }

    /// The next eight bytes.
    mutating func uint64() throws(DeviceError) -> UInt64 { try number() }

    /// Passes over bytes that do not matter.
    mutating func skip(_ count: Int) throws(DeviceError) {
        try require(count)
        place += count
    }

    /// The next string, without its terminator; unpaired surrogates are U+FFFD.
    mutating func string() throws(DeviceError) -> String {
        let count = Int(try uint8())
        try require(2 * count)
        var units: [UInt16] = []
        for _ in 0..<count { units.append(try uint16()) }
        // Some devices pad with more terminators than one.
        while units.last == 0 { units.removeLast() }
        return String(decoding: units, as: UTF16.self)
    }

    /// The next string, or the empty one where the dataset ends before it.
    ///
    /// Devices cut off the last fields of a dataset when they have nothing to say in them.
    mutating func stringIfPresent() throws(DeviceError) -> String {
        isAtEnd ? "" : try string()
    }

    /// The next array.
    ///
    /// - Throws: `damaged` when it says that it has more than `limit` elements, or more than there
    ///   are bytes for.
    mutating func array<Element: FixedWidthInteger & UnsignedInteger>(
        of type: Element.Type,
        limit: Int
    ) throws(DeviceError) -> [Element] {
        let count = Int(try uint32())
        guard count <= limit else {
            throw .damaged("\(name) has a list of \(count) elements, at most \(limit) are read")
        }
        try require(count * MemoryLayout<Element>.size)
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try number()) }
        return elements
    }

    private mutating func number<Number: FixedWidthInteger & UnsignedInteger>()
        throws(DeviceError) -> Number
    {
        let size = MemoryLayout<Number>.size
        try require(size)
        var value: Number = 0
        for index in 0..<size { value |= Number(bytes[place + index]) << Number(8 * index) }
        place += size
        return value
    }

    private func require(_ count: Int) throws(DeviceError) {
        guard count >= 0, count <= bytes.count - place else {
            throw .damaged("\(name) ends at byte \(bytes.count), in the middle of a field")
        }
    }
}
