/// Puts datasets and containers together for tests, without the code that is tested.
package struct MTPBytes {
    /// What was put together so far.
    package private(set) var all: [UInt8] = []

    /// Begins with nothing.
    package init() {}

    /// Adds a number, its lowest byte first.
    package mutating func add<Number: FixedWidthInteger>(_ number: Number) {
        for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
            all.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
        }
    }

    /// Adds a string with its count and its terminator.
    package mutating func add(_ text: String) {
        let units = text.isEmpty ? [] : Array(text.utf16) + [0]
        all.append(UInt8(units.count))
        for unit in units { add(unit) }
    }

    /// Adds a list with its count.
    package mutating func add<Number: FixedWidthInteger>(list: [Number]) {
        add(UInt32(list.count))
        for number in list { add(number) }
    }

    /// A container with a true length, or with the one given.
    package static func container(
        kind: UInt16,
        code: UInt16,
        transaction: UInt32,
        payload: [UInt8] = [],
        length: UInt32? = nil
    ) -> [UInt8] {
        var bytes = MTPBytes()
        bytes.add(length ?? UInt32(12 + payload.count))
        bytes.add(kind)
        bytes.add(code)
        bytes.add(transaction)
        return bytes.all + payload
    }
}
