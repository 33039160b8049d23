internal import Model

/// Reads the column `time` of a diary, each line by itself.
///
/// A file may hold several forms: a spreadsheet rewrites the times that it finds, and later lines
/// are appended as ISO 8601 again. Only the order of day and month is a matter of the whole column,
/// and only for dates that do not show it themselves.
struct DiaryTimes {
    /// A time of the diary, or why there is none.
    enum Value: Hashable {
        case instant(Instant)
        /// What is wrong and what would be right, to stand behind the text of the cell.
        case fault(String)
    }

    private let home: HomeZones
    private let file: CSVFile
    private let column: Int
    /// What the column says about day and month: not asked yet, nothing, or one order.
    private var order: DateOrder??

    /// Makes a reader of one column of a file; times without an offset are those of the home zone.
    init(_ file: CSVFile, column: Int, home: HomeZones) {
        self.file = file
        self.column = column
        self.home = home
    }

    /// Reads a cell.
    ///
    /// - Throws: what the source throws when the whole column must be looked at.
    mutating func read(_ cell: UnsafeBufferPointer<UInt8>) throws -> Value {
        var text = TimeText()
        var value = text.read(cell)
        if value == .undecided {
            text.order = try TimeText.order(in: cell) ?? columnOrder()
            guard text.order != nil else { return .fault(Fault.order) }
            value = text.read(cell)
        }
        guard case .time(let time) = value else { return .fault(Fault.time) }
        return instant(of: time)
    }

    private func instant(of time: TimeText.Time) -> Value {
        switch (time.form, time.kind) {
        case (.epochSeconds, _), (.epochMilliseconds, _): .fault(Fault.time)
        case (_, .date): .fault(Fault.date)
        case (_, .instant): .instant(Instant(milliseconds: time.milliseconds))
        case (_, .wall): .instant(instant(ofWall: Instant(milliseconds: time.milliseconds)))
        }
    }

    /// The instant of a wall time at home (SESSIONS.md §8.9).
    ///
    /// Of two it is the first: lines of a diary share times and stand in any order, so that a
    /// repeated one does not tell that the second was meant, as it does for a counter.
    private func instant(ofWall wall: Instant) -> Instant {
        let time = WallTime(utc: wall)
        switch home.zone(on: time.day).instants(of: time) {
        case .unique(let instant), .gap(let instant): return instant
        case .ambiguous(let first, _): return first
        }
    }

    /// The order of day and month that the column shows; nothing when it shows none, or both.
    private mutating func columnOrder() throws -> DateOrder? {
        if let order { return order }
        var found: Set<DateOrder> = []
        try file.forEachRow { row in
            if let order = TimeText.order(in: row[column]) { found.insert(order) }
            return found.count < 2
        }
        let decided = found.count == 1 ? found.first : nil
        order = .some(decided)
        return decided
    }

    /// What may be wrong with a time.
    private enum Fault {
        static let right = "write it as 2026-11-21T07:05"
        static let time = "is not a date and time: \(right)"
        static let date = "has no time of day: \(right)"
        static let order =
            "may have the day or the month first, and the other lines do not decide: \(right)"
    }
}
