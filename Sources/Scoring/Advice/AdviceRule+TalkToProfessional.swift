import Model

extension AdviceRule {
    /// A flag of the second kind is in force, or weeks of the plan have not eased pain.
    static let talkToProfessional = AdviceRule(
        advice: .talkToProfessional,
        source: "PLAN.md §2.5"
    ) { context in
        context.plan.state.flags.contains { !$0.isUrgent }
            || PainTrend(context)?.asksForProfessional ?? false
    }
}

extension PainTrend {
    /// Compares the first week since the last start with the week that ends with a day.
    fileprivate init?(_ context: DayInContext) {
        guard let start = context.plan.state.start else { return nil }
        let date = context.day.date
        let pain = context.diary.pain
        self.init(
            planDays: start.days(to: date) + 1,
            daysWithData: context.plan.daysWithData,
            first: pain.sum(start...start.advanced(by: 6)),
            last: pain.sum(date.advanced(by: -6)...date)
        )
    }
}
