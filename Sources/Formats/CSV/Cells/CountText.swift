/// What a cell says about a number of steps.
enum CountText {
    /// A count, or why there is none.
    enum Value: Hashable {
        /// So many.
        case count(Int64)
        /// Nothing was recorded: empty, `-1`, `NaN`, `--` or `N/A`.
        case nothing
        /// A number with a part of a step.
        case fraction
        /// More than fits into 18 digits.
        case tooLarge
        /// No number.
        case invalid
        /// It can be read only when the file's decimal sign is known.
        case undecided
        /// It contradicts the file's decimal sign.
        case contradiction
    }

    /// Reads a cell; digits alone need no convention.
    static func read(
        _ cell: UnsafeBufferPointer<UInt8>,
        _ convention: NumberConvention?
    ) -> Value {
        var value: Int64 = 0
        guard !cell.isEmpty else { return .nothing }
        for byte in cell {
            let digit = byte &- 0x30
            guard digit < 10 else { return readSlowly(cell, convention) }
            // At 18 digits no overflow is possible; longer cells are looked at slowly.
            guard value < 100_000_000_000_000_000 else { return readSlowly(cell, convention) }
            value = value &* 10 &+ Int64(digit)
        }
        return .count(value)
    }

    private static func readSlowly(
        _ cell: UnsafeBufferPointer<UInt8>,
        _ convention: NumberConvention?
    ) -> Value {
        if isNothing(cell) { return .nothing }
        guard let number = NumberText(cell) else { return .invalid }
        guard let shape = number.value(convention) else {
            return convention == nil ? .undecided : .contradiction
        }
        switch (shape.whole, shape.hasFraction) {
        case (nil, _): return .tooLarge
        case (let whole?, _) where number.isNegative:
            // -1.0 is how floating-point exports write -1.
            return whole == 1 && !shape.hasFraction ? .nothing : .invalid
        case (_, true): return .fraction
        case (let whole?, false): return .count(whole)
        }
    }

    /// The texts that mean "not recorded" (SESSIONS.md §8.10 "Readings").
    static func isNothing(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard cell.count <= 3 else { return false }
        if cell.isEmpty { return true }
        let lower = cell.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return ["-1", "nan", "--", "n/a"].contains { $0.utf8.elementsEqual(lower) }
    }
}
