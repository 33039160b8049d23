import Model
import TestSupport

/// The date at the beginning of a cell, to be written in another order or with other signs.
struct WrittenDate {
    /// An order of the parts and a sign between them.
    enum Form: CaseIterable, Sendable {
        case dayDots, paddedDots, monthSlashes, daySlashes, paddedMonthSlashes, dayDashes
        case yearDashes, yearSlashes
    }

    let year: Int
    let month: Int
    let day: Int
    /// What stands behind it in the cell.
    private let rest: String
    /// Whether the year comes first.
    let isYearFirst: Bool

    /// Reads a cell; the order of day and month is needed where the year comes last.
    init?(_ cell: String, isDayFirst: Bool?) {
        let text = cell.prefix { $0.isASCIIDigit || "-/.".contains($0) }
        guard let sign = text.first(where: { !$0.isASCIIDigit }) else { return nil }
        let parts = text.split(separator: sign, omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        guard parts.count == 3, numbers.count == 3 else { return nil }
        isYearFirst = parts[0].count == 4
        guard isYearFirst || parts[2].count == 4, parts[1].count <= 2 else { return nil }
        if isYearFirst {
            (year, month, day) = (numbers[0], numbers[1], numbers[2])
        } else {
            guard let isDayFirst else { return nil }
            year = numbers[2]
            (day, month) = isDayFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
        }
        guard CivilDay(year: year, month: month, day: day) != nil else { return nil }
        rest = String(cell.dropFirst(text.count))
    }

    /// Whether the cells show that the day comes first, or last; nothing when none shows it.
    static func isDayFirst(_ cells: some Sequence<String>) -> Bool? {
        var found: Set<Bool> = []
        for cell in cells {
            if WrittenDate(cell, isDayFirst: true) == nil,
                WrittenDate(cell, isDayFirst: false) != nil
            {
                found.insert(false)
            }
            if WrittenDate(cell, isDayFirst: false) == nil,
                WrittenDate(cell, isDayFirst: true) != nil
            {
                found.insert(true)
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// The cell with its date in another form.
    func written(_ form: Form) -> String {
        let (long, short) = (padded(year, to: 4), (padded(month, to: 2), padded(day, to: 2)))
        let date =
            switch form {
            case .dayDots: "\(day).\(month).\(long)"
            case .paddedDots: "\(short.1).\(short.0).\(long)"
            case .monthSlashes: "\(month)/\(day)/\(long)"
            case .paddedMonthSlashes: "\(short.0)/\(short.1)/\(long)"
            case .daySlashes: "\(short.1)/\(short.0)/\(long)"
            case .dayDashes: "\(short.1)-\(short.0)-\(long)"
            case .yearDashes: "\(long)-\(short.0)-\(short.1)"
            case .yearSlashes: "\(long)/\(short.0)/\(short.1)"
            }
        return date + rest
    }
}
