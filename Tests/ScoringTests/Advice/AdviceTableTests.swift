import Testing

@testable import Scoring

@Suite struct AdviceTableTests {
    @Test func `rules stand in the order of urgency, each piece of advice once`() {
        let order = Advice.allCases
        let places = AdviceRule.all.compactMap { order.firstIndex(of: $0.advice) }
        #expect(places == places.sorted())
        #expect(Set(places).count == AdviceRule.all.count)
    }

    @Test func `every rule says where it comes from`() {
        for rule in AdviceRule.all { #expect(rule.source.hasPrefix("PLAN.md §")) }
    }
}
