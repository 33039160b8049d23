/// Which sign stands before the decimals of a file's numbers.
enum NumberConvention: Hashable, Sendable {
    /// `1,234.5`
    case decimalPoint
    /// `1.234,5`
    case decimalComma

    fileprivate var decimal: UInt8 { self == .decimalPoint ? .point : .comma }
}

/// The parts of a decimal number in a cell: digits, and the signs between them.
///
/// The same text can be two numbers: `4,224` is four thousand steps in one account and four and a
/// bit in another (FORMATS.md §1.7). So reading it takes two steps: what does the text say about
/// the convention, and what is its value under one.
struct NumberText {
    /// Whether a minus stands before it.
    let isNegative: Bool
    /// Runs of digits: how long each is, and their value if it fits.
    private var groups: [Group] = []
    private var separators: [UInt8] = []

    private struct Group {
        var digits = 0
        var beginsWithZero = false
        var isZero = true
        /// Nothing when it has more than 15 digits that count.
        var value: Int64? = 0
        /// The first three digits.
        var leading: Int64 = 0

        mutating func append(_ digit: UInt8) {
            if digits == 0 { beginsWithZero = digit == 0 }
            if digit != 0 { isZero = false }
            if digits < 3 { leading = leading * 10 + Int64(digit) }
            value = value.flatMap { $0 < 100_000_000_000_000 ? $0 * 10 + Int64(digit) : nil }
            digits += 1
        }

        /// As the digits behind a decimal sign, cut off.
        var thousandths: Int64 {
            switch digits {
            case 1: leading * 100
            case 2: leading * 10
            default: leading
            }
        }
    }

    /// What a number says about the convention of its file.
    enum Evidence: Hashable {
        /// It reads the same under both.
        case none
        /// It can only be read so.
        case only(NumberConvention)
        /// It is a different number under each.
        case either
    }

    /// Takes the text of a cell apart; nothing when it is no decimal number under any convention.
    init?(_ cell: UnsafeBufferPointer<UInt8>) {
        var cursor = ByteCursor(cell)
        isNegative = cursor.skip(UInt8(ascii: "-"))
        groups = [Group()]
        while !cursor.isAtEnd {
            let byte = cursor.next
            if byte &- 0x30 < 10 {
                groups[groups.count - 1].append(byte &- 0x30)
                _ = cursor.skip(byte)
            } else {
                guard groups.count < 16, let sign = Self.separator(&cursor) else { return nil }
                separators.append(sign)
                groups.append(Group())
            }
        }
        guard groups.allSatisfy({ $0.digits > 0 }),
            isReadable(.decimalPoint) || isReadable(.decimalComma)
        else { return nil }
    }

    /// What it says about the convention of its file.
    var evidence: Evidence {
        guard separators.contains(where: { $0 == .point || $0 == .comma }) else { return .none }
        switch (isReadable(.decimalPoint), isReadable(.decimalComma)) {
        case (true, true): return .either
        case (true, false): return .only(.decimalPoint)
        default: return .only(.decimalComma)
        }
    }

    /// The whole part and the thousandths under a convention.
    ///
    /// - Returns: nothing when the convention is needed and not known, or does not fit; `whole` is
    ///   nothing when the number is beyond 15 digits.
    func value(
        _ convention: NumberConvention?
    ) -> (whole: Int64?, thousandths: Int64, hasFraction: Bool)? {
        switch evidence {
        case .none: return value(under: .decimalPoint)
        case .only(let own): return convention == own ? value(under: own) : nil
        case .either: return convention.map(value(under:))
        }
    }

    private func value(
        under convention: NumberConvention
    ) -> (whole: Int64?, thousandths: Int64, hasFraction: Bool) {
        let hasDecimals = separators.last == convention.decimal
        let wholes = hasDecimals ? groups.dropLast() : groups[...]
        let whole = wholes.reduce(Int64?(0)) { sum, group in
            guard let sum, let value = group.value, sum < 1_000_000_000_000 else { return nil }
            // Groups after the first have three digits.
            return sum * 1000 + value
        }
        guard hasDecimals, let decimals = groups.last else { return (whole, 0, false) }
        return (whole, decimals.thousandths, !decimals.isZero)
    }

    private func isReadable(_ convention: NumberConvention) -> Bool {
        let hasDecimals = separators.last == convention.decimal
        let thousands = hasDecimals ? separators.dropLast() : separators[...]
        guard let sign = thousands.first else { return true }
        let inner = groups[1..<(thousands.count + 1)]
        // Thousands: one sign throughout, not the decimal one, between groups of three.
        return sign != convention.decimal && thousands.allSatisfy { $0 == sign }
            && inner.allSatisfy { $0.digits == 3 } && groups[0].digits <= 3
            && !groups[0].beginsWithZero
    }

    /// Point, comma, or a sign that only ever stands between thousands: blank, apostrophe.
    private static func separator(_ cursor: inout ByteCursor) -> UInt8? {
        for sign in [UInt8.point, .comma, .apostrophe] where cursor.skip(sign) { return sign }
        let before = cursor.position
        cursor.skipBlanks()
        return cursor.position == before ? nil : 0x20
    }
}

extension UInt8 {
    fileprivate static let point = UInt8(ascii: ".")
    fileprivate static let comma = UInt8(ascii: ",")
    fileprivate static let apostrophe = UInt8(ascii: "'")
}
