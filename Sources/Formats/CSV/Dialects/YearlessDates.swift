internal import Model

/// Finds the years of a column of dates without one, from its order and from when the file was
/// written.
struct YearlessDates {
    static let fault = "is not a day and a month, such as Feb 12"

    /// A report ends on the day on which it is made, or with the week before.
    private static let mostDaysBefore = 7
    /// A longer report could hold a date twice.
    private static let mostDays = 365

    private var days: [NamedDateText.MonthDay: CivilDay] = [:]

    /// Looks through the column.
    ///
    /// - Throws: `CSVRefusal` when its years are not certain.
    init(_ opening: CSVOpening, column: Int) throws {
        var rows: [(date: NamedDateText.MonthDay, place: TextPlace, text: String)] = []
        try opening.file.forEachRow { row in
            guard !row.isEmpty, opening.header.fits(row), row.fault == nil else { return true }
            guard let date = NamedDateText.monthDay(row[column]) else {
                throw Self.refusal(row.place(of: column), row[column], Self.fault)
            }
            let text = String(decoding: row[column].prefix(64), as: UTF8.self)
            rows.append((date, row.place(of: column), text))
            guard rows.count <= Self.mostDays else {
                throw Self.refusal(
                    row.place(of: column),
                    row[column],
                    "has no year, and there are more than \(Self.mostDays) rows; \(Self.advice)"
                )
            }
            return true
        }
        guard let last = rows.last else { return }
        let written = opening.context.home.day(at: opening.context.modified)
        guard var day = Self.latest(last.date, notAfter: written),
            day.days(to: written) <= Self.mostDaysBefore
        else {
            throw Self.refusal(last.place, last.text.utf8, Self.unsure(written))
        }
        for row in rows.reversed() {
            guard day.parts.month == row.date.month, day.parts.day == row.date.day else {
                throw Self.refusal(
                    row.place,
                    row.text.utf8,
                    "has no year, and the rows are no consecutive days; \(Self.advice)"
                )
            }
            days[row.date] = day
            day = day.advanced(by: -1)
        }
    }

    /// The day of a date of the column.
    func day(of date: NamedDateText.MonthDay) -> CivilDay? { days[date] }

    private static let advice = "write dates with their year, such as 2026-02-12"

    private static func unsure(_ written: CivilDay) -> String {
        "has no year, and does not lie in the week before \(written), when the file was written; "
            + advice
    }

    /// The last day with this date that is not after another.
    private static func latest(
        _ date: NamedDateText.MonthDay,
        notAfter limit: CivilDay
    ) -> CivilDay? {
        let year = limit.parts.year
        let found = [year, year - 1].compactMap {
            CivilDay(year: $0, month: date.month, day: date.day)
        }
        return found.filter { $0 <= limit }.max()
    }

    private static func refusal(
        _ place: TextPlace,
        _ text: some Collection<UInt8>,
        _ fault: String
    ) -> CSVRefusal {
        CSVRefusal(Problem(at: place, "\(ShownText.quoted(text)) \(fault)"))
    }
}
