import Model
import Testing

@testable import Sessions

struct WindowSearchTests {
    @Test func `a stretch of dates is cut into pieces without holes`() {
        let dates = Scene.date...Scene.date.advanced(by: 69)
        let pieces = dates.chunks(of: 31)
        #expect(pieces.map { $0.lowerBound.days(to: $0.upperBound) } == [30, 30, 7])
        #expect(pieces.first?.lowerBound == dates.lowerBound)
        #expect(pieces.last?.upperBound == dates.upperBound)
        #expect((Scene.date...Scene.date).chunks(of: 31).count == 1)
    }

    @Test func `a window is widened until it ends in a quiet zone`() {
        var scene = Scene()
        let watch = scene.source("watch")
        let first = Scene.date.advanced(by: -3)
        scene.add(times(5 * 1440, 100), from: at("12:00", first), source: watch)
        let search = WindowSearch(scene.derivation, observations: scene.observations, loaded: nil)
        let found = search.window(around: Scene.date...Scene.date)
        #expect(found?.window.days.first?.date ?? Scene.date <= first)
        #expect(found?.walks.count == 1)
        // A day beside the walk needs no more than its neighbours.
        let calm = search.window(around: Scene.date.advanced(by: 20)...Scene.date.advanced(by: 20))
        #expect(calm?.window.days.count ?? .max <= 3)
    }

    @Test func `what is loaded is the window, and its edge must be quiet`() {
        let scene = Scene.watch(times(10, 100), from: "23:55")
        let next = Scene.date.advanced(by: 1)
        func window(_ loaded: ClosedRange<CivilDay>) -> DerivedWindow? {
            WindowSearch(scene.derivation, observations: scene.observations, loaded: loaded)
                .window(around: next...next)
        }
        #expect(window(Scene.date...next.advanced(by: 1))?.window.days.count == 3)
        // The beginning of the walk is not loaded, and nothing tells that there is one.
        #expect(window(next...next.advanced(by: 1)) == nil)
        #expect(window(Scene.date...next) == nil)
        #expect(window(Scene.date...Scene.date) == nil)
    }
}
