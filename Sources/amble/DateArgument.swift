import ArgumentParser
import Model

/// A date as it is typed, `2026-11-21`; `today` and `yesterday` are understood as well.
enum DateArgument: ExpressibleByArgument {
    /// A date of the calendar.
    case date(CivilDay)
    /// So many days before today.
    case daysAgo(Int)

    init?(argument: String) {
        switch argument {
        case "today": self = .daysAgo(0)
        case "yesterday": self = .daysAgo(1)
        default:
            guard let day = CivilDay(iso: argument) else { return nil }
            self = .date(day)
        }
    }

    /// The date, as of a day.
    func day(today: CivilDay) -> CivilDay {
        switch self {
        case .date(let day): day
        case .daysAgo(let days): today.advanced(by: -days)
        }
    }
}
