import LinuxSystem
import Model
package import Scoring

/// The notice that stands before everything else while an urgent flag is in force (PLAN.md §2.4).
package enum UrgentNotice {
    /// The first line of every output; nothing when no urgent flag is in force.
    package static func line(for today: ScoredDay?) -> String? {
        guard let today, let short = short(for: today) else { return nil }
        let resume = today.plan.isPaused ? " and `amble plan resume`" : ""
        return short + ". The plan asks for nothing until you enter `amble plan cleared`\(resume)."
    }

    /// The notice and an empty line, to stand before a page; nothing when no urgent flag is in
    /// force.
    package static func lines(for today: ScoredDay?, style: PageStyle) -> [String] {
        line(for: today).map { [style.urgent($0), ""] } ?? []
    }

    /// The first words of the notice.
    static let beginning = "Please seek urgent medical assessment"

    /// The beginning of a line of the daily log.
    static func short(for scored: ScoredDay) -> String? {
        guard scored.advice.contains(.urgentCare) else { return nil }
        let flags = scored.plan.urgentFlags.map {
            $0.escapingControlCharacters.replacing("-", with: " ")
        }
        let reported = flags.isEmpty ? "" : " (you reported: \(flags.joined(separator: ", ")))"
        return beginning + reported
    }
}

extension PlanDay {
    /// The codes of the flags in force that ask for urgent assessment.
    var urgentFlags: [String] { flags.filter { DiaryFlag(rawValue: $0)?.isUrgent ?? false } }
}
