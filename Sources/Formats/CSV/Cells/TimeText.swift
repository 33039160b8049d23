internal import Model

/// The order of the parts of a date such as `04/05/2026`.
enum DateOrder: Hashable, Sendable {
    case dayFirst
    case monthFirst
}

/// Reads the date, or date and time, of a cell.
///
/// Known forms: an epoch of 10 digits (seconds, with a fraction if there is one) or 13
/// (milliseconds); year, month and day with `-`, `/` or `.`; day and month in the file's order with
/// the year last, four digits, or two for 2000 to 2099 where the sign is not `-` (`26-10-01` may
/// begin with its year). Behind a date come `T`, blanks or a comma, and what `ClockText` reads.
struct TimeText {
    /// How a time is written; one file writes all of a column in one form.
    enum Form: Hashable {
        case epochSeconds
        case epochMilliseconds
        case yearFirst
        case yearLast
    }

    /// What the milliseconds of a time mean.
    enum Kind: Hashable {
        /// Milliseconds since the epoch.
        case instant
        /// What a clock on a wall shows, as if it were one in UTC.
        case wall
        /// Midnight of a date without a time of day, as if in UTC.
        case date
    }

    /// A time as it was read.
    struct Time: Hashable {
        let milliseconds: Int64
        let kind: Kind
        let form: Form

        init(milliseconds: Int64, kind: Kind, form: Form) {
            self.milliseconds = milliseconds
            self.kind = kind
            self.form = form
        }

        /// The date, as a clock in UTC would show it.
        var day: CivilDay {
            let days = milliseconds.flooredDivision(by: 86_400_000)
            return CivilDay(daysSinceEpoch: Int32(clamping: days))
        }

        /// Joins a date and a time of day.
        init(midnight: Int64, _ clock: ClockText.Value, form: Form) {
            milliseconds = midnight + clock.millisecond - (clock.offset ?? 0)
            kind = clock.offset == nil ? .wall : .instant
            self.form = form
        }
    }

    /// A time, or why there is none.
    enum Value: Hashable {
        case time(Time)
        /// The order of day and month must be known first.
        case undecided
        /// It is a date only in the order that the file does not have.
        case contradiction
        case invalid
    }

    /// The order of day and month in dates whose year comes last.
    var order: DateOrder?
    /// The last date of ten bytes and its midnight: rows of one day follow one another.
    private var memo: (first: UInt64, last: UInt16, midnight: Int64)?

    /// Makes a reader that knows no order of day and month yet.
    init(order: DateOrder? = nil) {
        self.order = order
    }

    /// Reads a cell.
    mutating func read(_ cell: UnsafeBufferPointer<UInt8>) -> Value {
        if let midnight = paddedDate(cell) {
            if cell.count > 10, cell[10] == 0x54 || cell[10] == 0x20,
                let clock = ClockText.readPlain(cell, from: 11)
            {
                return .time(Time(midnight: midnight, clock, form: .yearFirst))
            }
            var cursor = ByteCursor(cell)
            cursor.advance(by: 10)
            return behindDate(&cursor, midnight: midnight, form: .yearFirst)
        }
        var cursor = ByteCursor(cell)
        guard let first = cursor.digits(atMost: 13) else { return .invalid }
        switch first.count {
        case 10, 13: return epoch(first, &cursor)
        case 4: return yearFirst(first.value, &cursor)
        case 1, 2: return yearLast(first.value, &cursor)
        default: return .invalid
        }
    }
}

// MARK: - Dates

extension TimeText {
    /// The midnight of `YYYY-MM-DD` at the beginning of a cell, from memory if it is the last one.
    private mutating func paddedDate(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard cell.count >= 10, cell[4] == .dash, cell[7] == .dash else { return nil }
        let raw = UnsafeRawBufferPointer(cell)
        let head = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        let tail = raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
        if let memo, memo.first == head, memo.last == tail { return memo.midnight }
        var cursor = ByteCursor(UnsafeBufferPointer(rebasing: cell[..<10]))
        guard let year = cursor.digits(atMost: 4), year.count == 4, cursor.skip(.dash),
            let month = cursor.twoDigits(), cursor.skip(.dash), let day = cursor.twoDigits(),
            let midnight = Self.midnight(year.value, month, day)
        else { return nil }
        memo = (head, tail, midnight)
        return midnight
    }

    private func yearFirst(_ year: Int, _ cursor: inout ByteCursor) -> Value {
        guard let sign = Self.sign(&cursor), let month = cursor.digits(atMost: 2)?.value,
            cursor.skip(sign), let day = cursor.digits(atMost: 2)?.value,
            let midnight = Self.midnight(year, month, day)
        else { return .invalid }
        return behindDate(&cursor, midnight: midnight, form: .yearFirst)
    }

    private func yearLast(_ first: Int, _ cursor: inout ByteCursor) -> Value {
        guard let sign = Self.sign(&cursor), let second = cursor.digits(atMost: 2)?.value,
            cursor.skip(sign), let year = Self.lastYear(&cursor, sign: sign)
        else { return .invalid }
        let dayFirst = Self.midnight(year, second, first)
        let monthFirst = Self.midnight(year, first, second)
        guard let some = dayFirst ?? monthFirst,
            case .time(let time) = behindDate(&cursor, midnight: some, form: .yearLast)
        else { return .invalid }
        if dayFirst == monthFirst { return .time(time) }
        guard let order else { return .undecided }
        guard let own = order == .dayFirst ? dayFirst : monthFirst else { return .contradiction }
        return .time(
            Time(milliseconds: time.milliseconds + own - some, kind: time.kind, form: time.form)
        )
    }

    /// What a cell says about the order of day and month; nothing when it says nothing.
    static func order(in cell: UnsafeBufferPointer<UInt8>) -> DateOrder? {
        let asDayFirst = TimeText(order: .dayFirst).withoutMemo(cell)
        let asMonthFirst = TimeText(order: .monthFirst).withoutMemo(cell)
        switch (asDayFirst, asMonthFirst) {
        case (.time(let time), .contradiction) where time.form == .yearLast: return .dayFirst
        case (.contradiction, .time(let time)) where time.form == .yearLast: return .monthFirst
        default: return nil
        }
    }

    private func withoutMemo(_ cell: UnsafeBufferPointer<UInt8>) -> Value {
        var reader = self
        return reader.read(cell)
    }

    private static func lastYear(_ cursor: inout ByteCursor, sign: UInt8) -> Int? {
        guard let year = cursor.digits(atMost: 4) else { return nil }
        switch year.count {
        case 4: return year.value
        case 2 where sign != .dash: return 2000 + year.value
        default: return nil
        }
    }

    private static func sign(_ cursor: inout ByteCursor) -> UInt8? {
        for sign in [UInt8.dash, UInt8(ascii: "/"), UInt8(ascii: ".")] where cursor.skip(sign) {
            return sign
        }
        return nil
    }

    private static func midnight(_ year: Int, _ month: Int, _ day: Int) -> Int64? {
        CivilDay(year: year, month: month, day: day).map {
            Int64($0.daysSinceEpoch) * 86_400_000
        }
    }
}

// MARK: - Behind the date

extension TimeText {
    private func behindDate(
        _ cursor: inout ByteCursor,
        midnight: Int64,
        form: Form
    ) -> Value {
        if cursor.isAtEnd {
            return .time(Time(milliseconds: midnight, kind: .date, form: form))
        }
        let before = cursor.position
        if !cursor.skip(word: "t") {
            _ = cursor.skip(UInt8(ascii: ","))
            cursor.skipBlanks()
        }
        guard cursor.position > before, let clock = ClockText.read(&cursor) else {
            return .invalid
        }
        return .time(Time(midnight: midnight, clock, form: form))
    }

    private func epoch(
        _ digits: (value: Int, count: Int),
        _ cursor: inout ByteCursor
    ) -> Value {
        var milliseconds = Int64(digits.value)
        if digits.count == 10 {
            milliseconds *= 1000
            if cursor.skip(UInt8(ascii: ".")) {
                guard let fraction = cursor.thousandths() else { return .invalid }
                milliseconds += Int64(fraction)
            }
        }
        guard cursor.isAtEnd else { return .invalid }
        let form: Form = digits.count == 10 ? .epochSeconds : .epochMilliseconds
        return .time(Time(milliseconds: milliseconds, kind: .instant, form: form))
    }
}

extension UInt8 {
    fileprivate static let dash = UInt8(ascii: "-")
}
