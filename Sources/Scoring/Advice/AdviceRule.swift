import Model

/// When a piece of advice is given: one rule, one file, and one line in the table below.
struct AdviceRule: Sendable {
    /// What is said.
    let advice: Advice
    /// Where the rule comes from.
    let source: String
    /// Whether it is said of a day.
    let holds: @Sendable (DayInContext) -> Bool

    /// All rules, the most urgent first, in the order of `Advice`.
    static let all: [AdviceRule] = [
        .urgentCare,
        .talkToProfessional,
        .flareUp,
        .levelDown,
        .levelUp,
        .overload,
        .oneGo,
        .hills,
        .tooFast,
        .strollWithoutPainCheck,
        .tooLongForAFlareUp,
        .splitIt,
        .noDataSince,
        .moves,
    ]
}
