/// How offsets go on after the last listed change: the TZ string of POSIX 2017 §8.3, with the hours
/// −167 to 167 that RFC 8536 §3.3.1 allows, for example `CET-1CEST,M3.5.0,M10.5.0/3`.
struct PosixZoneRule {
    /// Seconds east of UTC in winter.
    private(set) var standard: Int32 = 0
    /// Summer time, where there is one.
    private(set) var summer: (offset: Int32, begins: YearlyMoment, ends: YearlyMoment)?

    /// A moment that comes back each year, on the wall clock that holds until then.
    struct YearlyMoment {
        enum Date {
            /// 1 to 365, 29 February never counted.
            case julian(Int)
            /// 0 to 365, 29 February counted.
            case ordinal(Int)
            /// Month 1–12, week 1–5 (5: the last), weekday 0 (Sunday) to 6.
            case weekday(month: Int, week: Int, weekday: Int)
        }

        let date: Date
        let secondOfDay: Int64
    }

    /// Reads the text; nothing when it is no such rule.
    init?(_ text: [UInt8]) {
        var reader = Reader(text)
        guard reader.skipName(), let west = reader.clock() else { return nil }
        standard = Int32(clamping: -west)
        if reader.isAtEnd { return }
        guard reader.skipName() else { return nil }
        var summerOffset = standard + 3600
        if !reader.nextIs(",") {
            guard let west = reader.clock() else { return nil }
            summerOffset = Int32(clamping: -west)
        }
        guard reader.skip(","), let begins = reader.moment(), reader.skip(","),
            let ends = reader.moment(), reader.isAtEnd
        else { return nil }
        summer = (summerOffset, begins, ends)
    }

    /// Writes the changes after the last listed one out to the end of the year 2200.
    func append(to beginnings: inout [Int64], _ offsets: inout [Int32]) {
        guard let summer else { return }
        let last = beginnings.last ?? 0
        let firstYear = WallTime(utc: Instant(seconds: last)).day.parts.year
        guard firstYear <= 2200 else { return }
        for year in firstYear...2200 {
            let changes = [
                (summer.begins.seconds(in: year) - Int64(standard), summer.offset),
                (summer.ends.seconds(in: year) - Int64(summer.offset), standard),
            ].sorted { $0.0 < $1.0 }
            for (time, offset) in changes
            where time > (beginnings.last ?? .min) && offset != offsets.last {
                beginnings.append(time)
                offsets.append(offset)
            }
        }
    }
}

extension PosixZoneRule.YearlyMoment {
    /// Seconds since the epoch, as if the wall clock showed UTC.
    fileprivate func seconds(in year: Int) -> Int64 {
        Int64(day(in: year).daysSinceEpoch) * 86_400 + secondOfDay
    }

    private func day(in year: Int) -> CivilDay {
        let newYear = CivilDay(year: year, month: 1, day: 1) ?? CivilDay(daysSinceEpoch: 0)
        switch date {
        case .julian(let number):
            let isLeap = CivilDay.length(ofMonth: 2, year: year) == 29
            return newYear.advanced(by: number - 1 + (isLeap && number >= 60 ? 1 : 0))
        case .ordinal(let number):
            return newYear.advanced(by: number)
        case .weekday(let month, let week, let weekday):
            let first = CivilDay(year: year, month: month, day: 1) ?? newYear
            let monday = (weekday + 6) % 7
            let shift = (monday - first.weekday + 7) % 7 + (week - 1) * 7
            let isPast = shift >= CivilDay.length(ofMonth: month, year: year)
            return first.advanced(by: isPast ? shift - 7 : shift)
        }
    }
}

/// Walks over the text of a rule.
private struct Reader {
    private let text: [UInt8]
    private var position = 0

    init(_ text: [UInt8]) {
        self.text = text
    }

    var isAtEnd: Bool { position == text.count }

    func nextIs(_ character: Unicode.Scalar) -> Bool {
        position < text.count && text[position] == UInt8(ascii: character)
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard nextIs(character) else { return false }
        position += 1
        return true
    }

    /// Three letters or more, or anything between angle brackets.
    mutating func skipName() -> Bool {
        if skip("<") {
            while position < text.count, !nextIs(">") { position += 1 }
            return skip(">")
        }
        let start = position
        while position < text.count, text[position] | 0x20 >= 0x61, text[position] | 0x20 <= 0x7A {
            position += 1
        }
        return position - start >= 3
    }

    /// `[+-]h[hh][:mm[:ss]]` in seconds.
    mutating func clock() -> Int64? {
        let isNegative = skip("-")
        if !isNegative { _ = skip("+") }
        guard let hours = number(upTo: 167) else { return nil }
        var seconds = Int64(hours) * 3600
        if skip(":") {
            guard let minutes = number(upTo: 59) else { return nil }
            seconds += Int64(minutes) * 60
        }
        if skip(":") {
            guard let rest = number(upTo: 59) else { return nil }
            seconds += Int64(rest)
        }
        return isNegative ? -seconds : seconds
    }

    mutating func moment() -> PosixZoneRule.YearlyMoment? {
        guard let date = date() else { return nil }
        guard skip("/") else { return .init(date: date, secondOfDay: 7200) }
        return clock().map { .init(date: date, secondOfDay: $0) }
    }

    private mutating func date() -> PosixZoneRule.YearlyMoment.Date? {
        if skip("J") { return number(upTo: 365).map { .julian(max($0, 1)) } }
        guard skip("M") else { return number(upTo: 365).map { .ordinal($0) } }
        guard let month = number(upTo: 12), month > 0, skip("."),
            let week = number(upTo: 5), week > 0, skip("."), let weekday = number(upTo: 6)
        else { return nil }
        return .weekday(month: month, week: week, weekday: weekday)
    }

    private mutating func number(upTo limit: Int) -> Int? {
        var value = 0
        let start = position
        while position < text.count, (0x30...0x39).contains(text[position]), position - start < 3 {
            value = value * 10 + Int(text[position] - 0x30)
            position += 1
        }
        return position > start && value <= limit ? value : nil
    }
}
