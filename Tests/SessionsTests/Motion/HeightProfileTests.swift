import Testing

@testable import Sessions

struct HeightProfileTests {
    /// Legs of 10 m, all walked, with heights by the metre of way.
    private func profile(_ legs: Int, _ height: (Double) -> Double) -> HeightProfile {
        var profile = HeightProfile()
        for leg in 0...legs {
            let length = leg == 0 ? 0.0 : 10
            let elevation = Int32((height(Double(leg) * 10) * 1000).rounded())
            profile.append(length: length, counted: length, elevation: elevation)
        }
        return profile
    }

    @Test func `a steady slope is steep from five percent on`() {
        let gentle = profile(50) { $0 * 0.049 }.steepness(window: 100)
        #expect(gentle == HeightProfile.Steepness(steep: 0, steepest: 49))
        let steep = profile(50) { $0 * 0.051 }.steepness(window: 100)
        #expect(steep == HeightProfile.Steepness(steep: 500, steepest: 51))
        let down = profile(50) { 100 - $0 * 0.051 }.steepness(window: 100)
        #expect(down == steep)
    }

    @Test func `a short bump vanishes in the window`() {
        let bump = profile(100) { abs($0 - 500) < 15 ? 1 : 0 }.steepness(window: 100)
        #expect(bump.steep == 0)
        #expect(bump.steepest == 10)
    }

    @Test func `a ramp between levels counts where most of the window lies on it`() {
        let ramp = profile(100) { min(max($0 - 300, 0), 200) * 0.08 }.steepness(window: 100)
        #expect(ramp.steepest == 80)
        #expect(ramp.steep > 160 && ramp.steep < 200)
    }

    @Test func `a way shorter than the window has no grade`() {
        #expect(profile(9) { $0 }.steepness(window: 100) == HeightProfile.Steepness())
        #expect(HeightProfile().steepness(window: 100) == HeightProfile.Steepness())
    }

    @Test func `points without height lengthen the next leg`() {
        var gaps = HeightProfile()
        for metre in stride(from: 0, through: 200, by: 10) {
            let length = metre == 0 ? 0.0 : 10
            let elevation = metre % 40 == 0 ? Int32(metre * 60) : nil
            gaps.append(length: length, counted: length, elevation: elevation)
        }
        #expect(gaps.distances == [0, 40, 80, 120, 160, 200])
        #expect(gaps.steepness(window: 100) == HeightProfile.Steepness(steep: 200, steepest: 60))
    }

    @Test func `points in one place do no harm`() {
        var profile = HeightProfile()
        for elevation in [0, 5, 9] as [Int32] {
            profile.append(length: 0, counted: 0, elevation: elevation)
        }
        profile.append(length: 150, counted: 150, elevation: 10)
        #expect(profile.steepness(window: 100).steep == 0)
    }

    @Test func `only walked metres are steep`() {
        var profile = HeightProfile()
        for leg in 0..<30 {
            profile.append(length: 10, counted: leg < 10 ? 10 : 2, elevation: Int32(leg * 1_000))
        }
        #expect(abs(profile.steepness(window: 100).steep - (90 + 40)) < 0.001)
    }

    @Test func `of two ways the steepest grade holds and steep metres add up`() {
        var sum = HeightProfile.Steepness(steep: 10, steepest: 60)
        sum.add(HeightProfile.Steepness(steep: 5, steepest: nil))
        #expect(sum == HeightProfile.Steepness(steep: 15, steepest: 60))
        sum.add(HeightProfile.Steepness(steep: 0, steepest: 90))
        #expect(sum.steepest == 90)
    }
}
