import Model
import Testing

@testable import Sessions

struct VerdictsTests {
    private func judge(
        _ scene: Scene,
        _ source: Int,
        _ channel: Channel,
        _ minutes: Range<Int>
    )
        -> Verdicts.Verdict
    {
        let derived = DerivedWindow(
            PreparedObservations(scene.observations, plausibility: scene.plausibility),
            dates: Scene.date...Scene.date,
            derivation: scene.derivation
        )
        let window = derived.window
        let statement = Statement(
            source: source,
            channel: channel,
            file: 0,
            firstLine: 1,
            lastLine: 1,
            span: window.start(of: minutes.lowerBound)..<window.start(of: minutes.upperBound)
        )
        return Verdicts(derived).verdict(on: statement, in: [minutes])
    }

    private func reason(_ verdict: Verdicts.Verdict) -> DayReceipt.Reason? {
        if case .loses(let reason) = verdict { return reason }
        return nil
    }

    private func minutes(_ verdict: Verdicts.Verdict) -> Int? {
        if case .wins(let minutes) = verdict { return minutes }
        return nil
    }

    @Test func `who counts in some of the minutes wins those`() {
        var scene = Scene.watch(times(6, 100), from: "10:00")
        scene.add(times(8, 90), from: at("10:02"), source: scene.source("phone", .phone))
        #expect(minutes(judge(scene, 1, .steps, 600..<606)) == 6)
        #expect(minutes(judge(scene, 0, .steps, 600..<610)) == 4)
        #expect(reason(judge(scene, 0, .steps, 602..<605)) == .betterSource("watch"))
    }

    @Test func `a watch that gave way to a dense epoch was not worn`() {
        var scene = Scene.watch(times(15, 2), from: "10:00")
        scene.add([1400], from: at("10:00"), every: 15, source: scene.source("phone", .phone))
        #expect(reason(judge(scene, 1, .steps, 600..<615)) == .notWorn)
        #expect(minutes(judge(scene, 0, .coarse, 600..<615)) == 15)
    }

    @Test func `of overlapping epochs the better one is named`() {
        var scene = Scene()
        for name in ["a", "b"] {
            scene.add([1400], from: at("10:00"), every: 15, source: scene.source(name, .phone))
        }
        #expect(reason(judge(scene, 1, .coarse, 600..<615)) == .betterSource("a"))
    }

    @Test func `a total without anything more loses to the finer records`() {
        var scene = Scene.watch(times(10, 100), from: "10:00")
        scene.add([900], from: at("00:00"), every: 1440, source: scene.source("total", .unknown))
        #expect(reason(judge(scene, 0, .daily, 0..<1440)) == .finerRecord)
    }

    @Test func `who has no lane says nothing`() {
        let scene = Scene.watch(times(10, 100), from: "10:00")
        guard case .isSilent = judge(scene, 0, .track, 600..<610) else {
            Issue.record("says something")
            return
        }
    }
}
