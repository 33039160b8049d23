import Glibc
import TestSupport
import Testing

@testable import Sessions

struct TrigonometryTests {
    @Test func `right angles have exact sines and cosines`() {
        let cases: [(Int64, Double, Double)] = [
            (0, 0, 1), (90, 1, 0), (180, 0, -1), (270, -1, 0), (-90, -1, 0), (360, 0, 1),
        ]
        for (degrees, sine, cosine) in cases {
            let result = Trigonometry.sineAndCosine(ofNanodegrees: degrees * 1_000_000_000)
            #expect(result.sine == sine)
            #expect(result.cosine == cosine)
        }
    }

    @Test func `sine and cosine lie within four ten-quadrillionths of the C library's`() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<20_000 {
            let angle = Int64.random(in: -360_000_000_000...360_000_000_000, using: &random)
            let radians = Float80(angle) * .pi / 180e9
            let result = Trigonometry.sineAndCosine(ofNanodegrees: angle)
            #expect(abs(Float80(result.sine) - sinl(radians)) < 4e-16)
            #expect(abs(Float80(result.cosine) - cosl(radians)) < 4e-16)
        }
    }

    @Test func `the sine of a small angle keeps its relative precision`() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<2_000 {
            let angle = Int64.random(in: 1...1_000_000, using: &random)
            let truth = sinl(Float80(angle) * .pi / 180e9)
            let result = Trigonometry.sineAndCosine(ofNanodegrees: angle).sine
            #expect(abs(Float80(result) - truth) / truth < 4e-16)
        }
    }

    @Test(arguments: [Int64.min, .max, .min + 1, 45_000_000_000, -45_000_000_000])
    func `every angle has a point on the unit circle`(angle: Int64) {
        let result = Trigonometry.sineAndCosine(ofNanodegrees: angle)
        let square = result.sine * result.sine + result.cosine * result.cosine
        #expect(abs(square - 1) < 1e-15)
    }
}
