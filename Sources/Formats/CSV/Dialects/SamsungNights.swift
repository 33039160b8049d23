internal import Model

/// Looks whether the times of a table of Samsung Health can be UTC, as they are read.
///
/// Nobody walks much between 1 and 5 at night. Where the text is UTC, the clock on the wall shows
/// text and offset; were it local time already, the wall would show the text itself. So a table is
/// refused when more than a fifth of its steps fall into the night read as UTC, and less than a
/// twentieth read as local time. With offsets of 5 hours and more the wrong reading puts a part of
/// the day there that has a quarter of the steps of most people; of smaller offsets nothing can be
/// told in this way.
struct SamsungNights {
    private static let hour: Int64 = 3_600_000
    private static let day: Int64 = 24 * hour
    /// Fewer say nothing about the habits of a person.
    private static let leastDays = 7
    private static let leastSteps: Int64 = 10_000
    /// More days than anybody needs.
    private static let mostDays = 10_000
    /// A row that claims more weighs no more than that.
    private static let mostSteps: Int64 = 100_000

    private let start: Int
    private let count: Int
    private let offset: Int
    private var days: Set<Int64> = []
    private var steps: Int64 = 0
    private var nightAsUTC: Int64 = 0
    private var nightAsLocal: Int64 = 0

    /// Makes a check of these columns.
    init(start: Int, count: Int, offset: Int) {
        self.start = start
        self.count = count
        self.offset = offset
    }

    /// Looks through the file.
    ///
    /// - Throws: `CSVRefusal` when the times are those of a clock on the wall.
    func check(_ opening: CSVOpening) throws {
        var sums = self
        var times = TimeText()
        try opening.file.forEachRow { row in
            guard row.fault == nil, opening.header.fits(row),
                let offset = Self.offset(row[self.offset]),
                case .time(let time) = times.read(row[self.start]), time.kind == .wall,
                case .count(let count) = CountText.read(row[self.count], .decimalPoint)
            else { return true }
            sums.add(min(count, Self.mostSteps), at: time.milliseconds, offset)
            return true
        }
        guard sums.isLocalTime else { return }
        throw CSVRefusal(
            "Samsung Health writes its times in UTC, but read so, \(sums.share(sums.nightAsUTC)) % of "
                + "the steps would have been walked between 1 and 5 at night, and as local time "
                + "\(sums.share(sums.nightAsLocal)) %: this file seems to be in local time. Write "
                + "its rows as a table of start, end and steps, each time with its offset, for "
                + "example 2026-05-03 12:32:00-05:00"
        )
    }

    private mutating func add(_ count: Int64, at text: Int64, _ offset: Int64) {
        // Without an offset the two are the same and tell nothing.
        guard offset != 0 else { return }
        steps &+= count
        if Self.isNight(text + offset) { nightAsUTC &+= count }
        if Self.isNight(text) { nightAsLocal &+= count }
        if days.count < Self.mostDays { days.insert(text.flooredDivision(by: Self.day)) }
    }

    private var isLocalTime: Bool {
        days.count >= Self.leastDays && steps >= Self.leastSteps
            && nightAsUTC > steps / 5 && nightAsLocal < steps / 20
    }

    private func share(_ part: Int64) -> Int64 { part.multipliedCapped(by: 100) / max(1, steps) }

    private static func isNight(_ wall: Int64) -> Bool {
        let time = wall - wall.flooredDivision(by: day) * day
        return (hour..<5 * hour).contains(time)
    }

    /// Milliseconds east of UTC in a text such as `UTC-0500`; nothing when it is none.
    static func offset(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? {
        var cursor = ByteCursor(cell)
        guard cursor.skip(word: "utc") else { return nil }
        let isWest = cursor.skip(UInt8(ascii: "-"))
        guard isWest || cursor.skip(UInt8(ascii: "+")), let hours = cursor.twoDigits(), hours <= 18
        else { return nil }
        _ = cursor.skip(UInt8(ascii: ":"))
        guard let minutes = cursor.twoDigits(), minutes < 60, cursor.isAtEnd else { return nil }
        let offset = Int64(hours * 60 + minutes) * 60_000
        return isWest ? -offset : offset
    }
}

extension Int64 {
    /// The product, or the largest number there is.
    fileprivate func multipliedCapped(by factor: Int64) -> Int64 {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        return overflow ? .max : product
    }
}
