/// The group of the study behind the finding that walks as much as somebody does.
///
/// HUNT: Haddadj et al., JAMA Network Open 2025, doi 10.1001/jamanetworkopen.2025.15592; 11 194
/// adults without chronic low back pain at the start, 4.2 years of follow-up, observational. The
/// raw value is the stable name in JSON (COMMANDS.md §5).
package enum StudyGroup: String, Sendable, CaseIterable {
    /// Below 78 minutes a day: the reference.
    case under78 = "under-78"
    /// 78 to 100 minutes a day.
    case from78to100 = "78-100"
    /// 101 to 124 minutes a day.
    case from101to124 = "101-124"
    /// 125 minutes a day and more.
    case from125 = "125-and-over"

    /// The group of an average in whole minutes a day; a person's goal has no say in it.
    package init(averageMinutes: Int64) {
        switch averageMinutes {
        case ..<78: self = .under78
        case ...100: self = .from78to100
        case ...124: self = .from101to124
        default: self = .from125
        }
    }

    /// The risk ratio of new chronic low back pain against the reference, as the paper prints it.
    package var riskRatio: String {
        switch self {
        case .under78: "1"
        case .from78to100: "0.87"
        case .from101to124: "0.77"
        case .from125: "0.76"
        }
    }

    /// The 95 % confidence interval of the risk ratio, where one is quoted (PLAN.md §1.1).
    package var confidenceInterval: String? {
        switch self {
        case .under78, .from78to100: nil
        case .from101to124: "0.68–0.87"
        case .from125: "0.67–0.87"
        }
    }
}
