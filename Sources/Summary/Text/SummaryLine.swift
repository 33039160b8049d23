import LinuxSystem
package import Model
package import Scoring

/// The one line that the daily log, the journal and `amble log` say of a day (COMMANDS.md §6).
///
///     2026-11-21 Sat  64 min of 90 (71 %) · 2 walks, longest 21 min · 7 214 steps
///     2026-11-22 Sun  no data since Sat 22:10 (watch)
///
/// Parts that nothing is known of are left out. A person other than `me` is named after the date.
package enum SummaryLine {
    /// The person whose name is not told.
    package static let unnamedPerson = "me"
    /// What stands between the parts of a line.
    static let separator = " · "

    /// Writes the line.
    ///
    /// - Parameters:
    ///   - scored: an ended day.
    ///   - person: whose day it is.
    ///   - home: the zones in which times are shown.
    ///   - revision: 1 for the first line of the day; later ones say so at the end.
    /// - Returns: the line, without its end.
    package static func text(
        for scored: ScoredDay,
        person: String = unnamedPerson,
        home: HomeZones,
        revision: Int = 1
    ) -> String {
        let name = person == unnamedPerson ? "" : person.escapingControlCharacters + ": "
        let date = "\(scored.day.date) \(scored.day.date.weekdayName)  \(name)"
        var parts = scored.day.hasData ? figures(scored) : [silence(scored, HomeClock(home))]
        parts += scored.day.hasData ? [PlanWords.text(scored)].compactMap { $0 } : []
        parts += [PainWords.text(scored.pain)].compactMap { $0 }
        let notice = UrgentNotice.short(for: scored).map { $0 + separator } ?? ""
        return revised(notice + date + parts.joined(separator: separator), revision)
    }

    /// The line with its revision at the end, from the second on.
    static func revised(_ text: String, _ revision: Int) -> String {
        revision > 1 ? text + separator + "revised (\(revision))" : text
    }

    private static func figures(_ scored: ScoredDay) -> [String] {
        let day = scored.day
        let goal = scored.finding.goalMinutes
        let percent = scored.finding.percent.map { " (\($0) %)" } ?? ""
        var parts = [WalkedWords.minutes(day) + " of \(goal)" + percent, walks(day.walks)]
        if let steps = day.steps { parts.append("\(Decimals.grouped(steps.count)) steps") }
        return parts
    }

    private static func walks(_ walks: [Walk]) -> String {
        let count = counted(walks.count, "walk")
        guard let longest = walks.map(\.active).max() else { return count }
        return count + ", longest \(longest.wholeMinutes) min"
    }

    private static func silence(_ scored: ScoredDay, _ clock: HomeClock) -> String {
        guard let last = scored.lastData else { return noData }
        let since = clock.recently(last.time, seenFrom: scored.day.date)
        return "\(noData) since \(since) (\(last.source.escapingControlCharacters))"
    }
}

// MARK: - Reading lines back

extension SummaryLine {
    private static let noData = "no data"

    /// Whether a line was written of a day without data.
    static func saysNoData(_ line: String) -> Bool {
        guard let figures = line.split(separator: "  ", maxSplits: 1).last else { return false }
        return figures.hasPrefix(noData) || figures.contains(": " + noData)
    }

    /// What a line says of the day itself: all but the comparison with the goal.
    ///
    /// A person who sets another goal has not walked differently on a thousand days, and none of
    /// them is told anew for it.
    static func facts(in line: String) -> String {
        guard let start = line.firstRange(of: " of "),
            let end = line[start.upperBound...].firstRange(of: " %)")
        else { return line }
        return String(line[..<start.lowerBound] + line[end.upperBound...])
    }
}
