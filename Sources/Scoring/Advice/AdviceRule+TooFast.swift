import Model

extension AdviceRule {
    /// A walk faster than a talking pace, on any day, plan or no plan.
    ///
    /// 130 steps a minute are where vigorous walking begins for adults (Tudor-Locke et al. 2019,
    /// doi 10.1186/s12966-019-0769-6). Runs and estimated walks never raise it.
    static let tooFast = AdviceRule(advice: .tooFast, source: "PLAN.md §2.5") { context in
        context.day.walks.contains { walk in
            guard walk.kind == .walk, walk.quality != .estimated,
                let doubled = walk.doubledCadence
            else { return false }
            return doubled >= 2 * 130
        }
    }
}
