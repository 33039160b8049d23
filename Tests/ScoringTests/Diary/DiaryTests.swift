import Model
import Testing

@testable import Scoring

@Suite struct DiaryTests {
    private func diary(_ scene: PlanScene, until now: Instant = PlanScene.at(99, "00:00")) -> Diary
    {
        Diary(scene.diary, home: HomeZones(.utc), until: now)
    }

    @Test func `an empty diary has nothing to say`() {
        let diary = diary(PlanScene())
        #expect(diary.pages.isEmpty && diary.moves.isEmpty && diary.firstDate == nil)
        #expect(diary.page(PlanScene.date(0)) == DiaryPage())
    }

    @Test func `what moves the plan stands on its day's page in order`() {
        var scene = PlanScene()
        scene.note(1, "10:00", .plan(.cleared))
        scene.note(1, "09:00", .flag(.fever))
        scene.note(0, "09:00", .plan(.start))
        scene.note(0, "10:00", .walk(20))
        let diary = diary(scene)
        #expect(diary.page(PlanScene.date(0)).events == [.word(.start)])
        #expect(diary.page(PlanScene.date(1)).events == [.flag(.fever), .word(.cleared)])
        #expect(diary.firstDate == PlanScene.date(0))
    }

    @Test func `the last word declares a flare-up day, and a spike overrules it`() {
        var scene = PlanScene()
        scene.note(0, "08:00", .flareUp(false))
        scene.note(0, "09:00", .flareUp(true))
        scene.note(1, "08:00", .flareUp(true))
        scene.note(1, "09:00", .flareUp(false))
        scene.note(2, "07:00", .plan(.usual(2)))
        scene.note(2, "08:00", .pain(5))
        scene.note(2, "09:00", .flareUp(false))
        let diary = diary(scene)
        #expect(
            (0...3).map { diary.page(PlanScene.date($0)).isFlareUp } == [true, false, true, false]
        )
    }

    @Test func `a long spike stands where its score stands among the words`() {
        var scene = PlanScene()
        scene.note(0, "00:00", .plan(.usual(2)))
        scene.note(0, "08:00", .pain(6))
        scene.note(1, "09:00", .plan(.pause))
        scene.note(1, "10:00", .pain(6))
        scene.note(1, "11:00", .plan(.resume))
        #expect(
            diary(scene).page(PlanScene.date(1)).events
                == [.word(.pause), .longSpike, .word(.resume)]
        )
    }

    @Test func `what waits is not seen at all`() {
        var scene = PlanScene()
        scene.note(1, "08:00", .plan(.start))
        scene.note(1, "12:00", .moves(10))
        let diary = diary(scene, until: PlanScene.at(1, "11:00"))
        #expect(diary.moves.isEmpty)
        #expect(diary.page(PlanScene.date(1)).events == [.word(.start)])
    }

    @Test func `the first start is the earliest start or restart`() {
        var scene = PlanScene()
        #expect(Diary.firstStart(scene.diary, home: HomeZones(.utc)) == nil)
        scene.note(5, "08:00", .plan(.start))
        scene.note(3, "08:00", .plan(.restart))
        scene.note(1, "08:00", .plan(.baseline(5)))
        #expect(Diary.firstStart(scene.diary, home: HomeZones(.utc)) == PlanScene.date(3))
    }
}
