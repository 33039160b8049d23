package import Model

/// The memory of a pedometer as the table that the maker's own program for it writes
/// (FORMATS.md §1.14), so that one dialect reads both.
///
///     HJ-720IT HJ7208Y125980,,
///
///     Date,Total Steps,…,Steps 12AM,…,Aerobic Steps 12AM,…,Used 12AM,…,Event 11PM
///     11/21/2026,3268,2898,20,,,,0,…
///
/// Every line ends with CR and LF. Kilocalories, distance and fat, which depend on what a person told
/// the device about themselves, stay empty.
package enum PedometerDocument {
    /// Columns before those of the hours.
    private static let dayColumns = [
        "Date", "Total Steps", "Aerobic Steps", "Aerobic Walking Time", "Calories", "Distance",
        "Fat Burned",
    ]
    /// The groups of 24 columns.
    private static let hourColumns = ["Steps", "Aerobic Steps", "Used", "Event"]

    /// Writes the table, the newest day last.
    ///
    /// - Parameters:
    ///   - memory: what was read.
    ///   - dates: the date of each of its days, in its order; days without one are left out.
    ///   - hour: the hour of the day that it is now, 0–23: of the day that is not over, later hours
    ///     stay empty, for nothing can be known about them.
    /// - Returns: the bytes of the table, ASCII but for what the device calls itself.
    package static func bytes(
        of memory: PedometerMemory,
        dates: [CivilDay],
        hour: Int
    ) -> [UInt8] {
        var lines = [quoted("\(memory.model) \(memory.serial)") + ",,", "", header]
        for (day, date) in zip(memory.days, dates).reversed() {
            lines.append(row(day, date, until: day.daysAgo == 0 ? hour : 23))
        }
        return Array(lines.map { $0 + "\r\n" }.joined().utf8)
    }

    /// The name of an hour as the maker writes it: `12AM`, `1AM` … `12PM` … `11PM`.
    static func name(ofHour hour: Int) -> String {
        let onClock = hour % 12 == 0 ? 12 : hour % 12
        return "\(onClock)\(hour < 12 ? "AM" : "PM")"
    }

    private static var header: String {
        let hours = hourColumns.flatMap { group in
            (0..<24).map { "\(group) \(name(ofHour: $0))" }
        }
        return (dayColumns + hours).joined(separator: ",")
    }

    private static func row(
        _ day: PedometerMemory.Day,
        _ date: CivilDay,
        until lastHour: Int
    ) -> String {
        let (year, month, dayOfMonth) = date.parts
        let aerobicSteps = day.hours.reduce(0) { $0 &+ $1.aerobicSteps }
        let totals = ["\(day.steps)", "\(aerobicSteps)", "\(day.aerobicMinutes)", "", "", ""]
        let groups: [(PedometerMemory.Hour) -> Int] = [
            \.steps, \.aerobicSteps, { $0.isWorn ? 1 : 0 }, { $0.hasEvent ? 1 : 0 },
        ]
        let hours = groups.flatMap { value in
            (0..<24).map { hour in
                guard hour <= lastHour, hour < day.hours.count else { return "" }
                return String(value(day.hours[hour]))
            }
        }
        let cells = ["\(month)/\(dayOfMonth)/\(year)"] + totals + hours
        return cells.joined(separator: ",")
    }

    /// A cell, in quotes where its text needs them.
    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" }) else { return text }
        return "\""
            + text.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
