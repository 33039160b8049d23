import Model
import TestSupport
import Testing

@testable import Scoring

@Suite struct UsualPainTests {
    private func usual(
        _ scores: [(Int, Int)],
        settings: [(Int, Int?)] = []
    ) -> UsualPain {
        UsualPain(
            scores: scores.map { index, value in
                PainScore(
                    time: PlanScene.at(index, "12:00"),
                    date: PlanScene.date(index),
                    value: value
                )
            },
            settings: settings.map { UsualPain.Setting(date: PlanScene.date($0), value: $1) }
        )
    }

    @Test func `without scores and settings nothing is usual`() {
        #expect(usual([]).value(on: PlanScene.date(0)) == nil)
    }

    @Test func `the first score of all is usual until a later day looks back at one`() {
        let pain = usual([(3, 6), (3, 2)])
        #expect(pain.value(on: PlanScene.date(2)) == nil)
        #expect(pain.value(on: PlanScene.date(3)) == 6)
        #expect(pain.value(on: PlanScene.date(4)) == 2)
    }

    @Test func `it is the lower median of the 14 days before, the day itself left out`() {
        let pain = usual([(0, 9), (1, 1), (5, 4), (8, 3), (14, 7)])
        #expect(pain.value(on: PlanScene.date(14)) == 3)
        #expect(pain.value(on: PlanScene.date(15)) == 3)
        #expect(pain.value(on: PlanScene.date(16)) == 4)
        #expect(pain.value(on: PlanScene.date(28)) == 7)
    }

    @Test func `after two weeks of silence the first score is usual again`() {
        let pain = usual([(0, 5), (1, 8)])
        #expect(pain.value(on: PlanScene.date(15)) == 8)
        #expect(pain.value(on: PlanScene.date(16)) == 5)
    }

    @Test func `a setting holds from its day on until it is taken back`() {
        let pain = usual([(0, 5)], settings: [(2, 3), (4, 6), (6, nil)])
        #expect((1...7).map { pain.value(on: PlanScene.date($0)) } == [5, 3, 3, 6, 6, 5, 5])
    }

    @Test func `of two settings on one day the last holds all day`() {
        #expect(usual([], settings: [(2, 3), (2, 4)]).value(on: PlanScene.date(2)) == 4)
        #expect(usual([(0, 1)], settings: [(2, 3), (2, nil)]).value(on: PlanScene.date(2)) == 1)
    }

    @Test func `the median is one of the scores, and as many lie below as above`() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<200 {
            let scores = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                Int.random(in: 0...10, using: &random)
            }
            let median = usual(scores.map { (0, $0) }).value(on: PlanScene.date(1)) ?? -1
            #expect(scores.count { $0 < median } <= (scores.count - 1) / 2)
            #expect(scores.count { $0 <= median } >= (scores.count + 1) / 2)
        }
    }
}
