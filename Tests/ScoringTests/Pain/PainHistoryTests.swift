import Model
import Testing

@testable import Scoring

@Suite struct PainHistoryTests {
    private func diary(_ scene: PlanScene) -> Diary {
        Diary(scene.diary, home: HomeZones(.utc), until: PlanScene.at(99, "00:00"))
    }

    private func scene(_ scores: [(Int, String, Int)], usual: Int? = 3) -> PlanScene {
        var scene = PlanScene()
        if let usual { scene.note(0, "00:00", .plan(.usual(usual))) }
        for (index, clock, score) in scores { scene.note(index, clock, .pain(score)) }
        return scene
    }

    @Test func `more than two points over the usual are a spike`() {
        let pain = diary(scene([(0, "08:00", 5), (0, "09:00", 6), (0, "10:00", 10)])).pain
        #expect(pain.scores.map(\.isSpike) == [false, true, true])
    }

    @Test func `a score is judged with the usual of its own day, set later that day too`() {
        var scene = scene([(0, "08:00", 6), (1, "08:00", 6)])
        scene.note(1, "22:00", .plan(.usual(5)))
        #expect(diary(scene).pain.scores.map(\.isSpike) == [true, false])
    }

    @Test func `the first score of all is no spike`() {
        let pain = diary(scene([(0, "08:00", 9), (0, "09:00", 10), (0, "10:00", 0)], usual: nil))
            .pain
        #expect(pain.scores.map(\.isSpike) == [false, false, false])
    }

    @Test func `a day has its lowest and highest score and how many there are`() {
        let pain = diary(
            scene([(0, "08:00", 2), (0, "09:00", 4), (0, "10:00", 3), (1, "08:00", 9)])
        )
        .pain
        #expect(
            pain.day(PlanScene.date(0)) == PainDay(usual: 3, lowest: 2, highest: 4, entries: 3)
        )
        #expect(pain.day(PlanScene.date(2)) == PainDay(usual: 3))
        #expect(pain.day(PlanScene.date(-1)) == PainDay())
    }

    @Test func `calm scores are those not above the usual`() {
        let pain = diary(
            scene([(0, "08:00", 3), (0, "09:00", 4), (0, "10:00", 0), (1, "08:00", 1)])
        )
        .pain
        #expect(
            pain.calmScores(on: PlanScene.date(0))
                == [PlanScene.at(0, "08:00"), PlanScene.at(0, "10:00")]
        )
    }

    @Test func `scores of some days are added up`() {
        let pain = diary(scene([(0, "08:00", 3), (1, "09:00", 4), (2, "10:00", 5)])).pain
        #expect(
            pain.sum(PlanScene.date(0)...PlanScene.date(1)) == PainSum(total: 7, count: 2)
        )
        #expect(pain.sum(PlanScene.date(3)...PlanScene.date(9)) == PainSum(total: 0, count: 0))
    }
}
