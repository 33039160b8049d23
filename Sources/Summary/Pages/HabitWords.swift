import Model
import Scoring

/// The 7-day average and the study group, with the caution that belongs to every risk ratio
/// (PLAN.md §1.1).
enum HabitWords {
    /// The lines under a week or a month; the last day's average counts.
    static func lines(_ days: [ScoredDay], _ style: PageStyle) -> [String] {
        guard let last = days.last else { return [] }
        let finding = last.finding
        guard let minutes = finding.average.wholeMinutes, let group = finding.group else {
            return style.wrapped(few(last))
        }
        let average =
            "7-day average: \(minutes) min a day, \(goal(finding)), from "
            + "\(finding.average.daysWithData) days with data."
        return style.wrapped(average) + [""]
            + style.wrapped(study(group), indent: "  ") + style.wrapped(caution, indent: "  ")
    }

    /// What a ratio is worth; it stands wherever one is shown.
    static let caution =
        "The study is observational, its 11 194 people had no chronic back pain at the start and "
        + "were followed for 4.2 years, and a pedometer's minutes are only a stand-in for its "
        + "accelerometers. It says nothing about a single back. (JAMA Network Open 2025, "
        + "doi 10.1001/jamanetworkopen.2025.15592)"

    /// The group in words, with its ratio.
    static func study(_ group: StudyGroup) -> String {
        guard group != .under78 else {
            return "In the study behind the finding, people who walked less than 78 minutes a day "
                + "are the group that the others are compared with."
        }
        let interval = group.confidenceInterval.map { " (95 % CI \($0))" } ?? ""
        return "In the study behind the finding, people who walked \(range(group)) minutes a day "
            + "had a risk ratio of \(group.riskRatio)\(interval) for new chronic low back pain, "
            + "against those below 78."
    }

    private static func range(_ group: StudyGroup) -> String {
        switch group {
        case .under78: "less than 78"
        case .from78to100: "78 to 100"
        case .from101to124: "101 to 124"
        case .from125: "125 or more"
        }
    }

    private static func goal(_ finding: Finding) -> String {
        finding.isStudiedGoal
            ? "beside the finding's \(finding.goalMinutes)"
            : "beside your goal of \(finding.goalMinutes)"
    }

    private static func few(_ scored: ScoredDay) -> String {
        let count = scored.finding.average.daysWithData
        let days = scored.isRunning ? "before today" : "up to \(scored.day.date)"
        let have =
            count == 0 ? "none has data yet" : count == 1 ? "one has data" : "\(count) have data"
        return "Of the seven days \(days), \(have); from four on there is an average."
    }
}
