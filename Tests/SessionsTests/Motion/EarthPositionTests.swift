import Glibc
import TestSupport
import Testing

@testable import Sessions

struct EarthPositionTests {
    /// Degrees.
    private func place(_ latitude: Double, _ longitude: Double) -> EarthPosition {
        EarthPosition(
            latitude: Int64((latitude * 1e9).rounded()),
            longitude: Int64((longitude * 1e9).rounded())
        )
    }

    @Test func `distances that OpenTracks expects come out`() {
        #expect(abs(place(0, 0).distance(to: place(0.001, 0)) - 110.574) < 0.001)
        #expect(abs(place(0, 0).distance(to: place(0.00001, 0)) - 1.1057) < 0.0001)
        #expect(abs(place(3, 14).distance(to: place(3, 14.001)) - 111.168) < 0.001)
        let leg = place(30.14185982, -40.3863038).distance(to: place(30.14184657, -40.38670089))
        #expect(abs(leg - 38.2873) < 0.0001)
        #expect(abs(leg / 48 - 0.79765) < 0.00001)
        #expect(abs(leg / 53 - 0.72240) < 0.00001)
    }

    @Test func `legs up to 1 km lie within a hundredth of a millimetre of Vincenty's geodesic`() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            let latitude = Double.random(in: -89...89, using: &random)
            let longitude = Double.random(in: -180...180, using: &random)
            let reach = 0.005
            let to = (
                latitude + Double.random(in: -reach...reach, using: &random),
                longitude + Double.random(in: -reach...reach, using: &random)
            )
            let measured = place(latitude, longitude).distance(to: place(to.0, to.1))
            let truth = vincenty(
                rounded(latitude),
                rounded(longitude),
                rounded(to.0),
                rounded(to.1)
            )
            #expect(abs(measured - truth) < 0.00001)
        }
    }

    @Test func `legs up to 40 km lie within a millimetre of Vincenty's geodesic`() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<500 {
            let latitude = Double.random(in: -85...85, using: &random)
            let to = (
                latitude + Double.random(in: -0.25...0.25, using: &random),
                Double.random(in: -0.25...0.25, using: &random)
            )
            let measured = place(latitude, 0).distance(to: place(to.0, to.1))
            let truth = vincenty(rounded(latitude), 0, rounded(to.0), rounded(to.1))
            #expect(abs(measured - truth) < 0.001)
        }
    }

    @Test func `turning a leg around the axis keeps its length`() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<1_000 {
            let latitude = Int64.random(in: -90_000_000_000...90_000_000_000, using: &random)
            let longitude = Int64.random(in: -180_000_000_000...180_000_000_000, using: &random)
            let up = Int64.random(in: -1_000_000...1_000_000, using: &random)
            let right = Int64.random(in: -1_000_000...1_000_000, using: &random)
            let lengths = [0, longitude].map {
                EarthPosition(latitude: latitude, longitude: $0)
                    .distance(to: EarthPosition(latitude: latitude + up, longitude: $0 + right))
            }
            #expect(abs(lengths[0] - lengths[1]) < 0.000_001)
        }
    }

    @Test func `neither the date line nor a pole is an edge`() {
        #expect(abs(place(0, 179.9995).distance(to: place(0, -179.9995)) - 111.319) < 0.001)
        #expect(abs(place(89.9995, 0).distance(to: place(89.9995, 180)) - 111.694) < 0.001)
        #expect(place(90, 10).distance(to: place(90, 130)) < 0.000_001)
    }

    @Test func `halfway lies in the middle`() {
        let (from, to) = (place(47, 11), place(47.001, 11.001))
        let middle = from.onTheWay(to: to, fraction: 0.5)
        #expect(abs(from.chord(to: middle) - from.chord(to: to) / 2) < 0.000_001)
        #expect(from.onTheWay(to: to, fraction: 0) == from)
    }

    private func rounded(_ degrees: Double) -> Double { (degrees * 1e9).rounded() / 1e9 }
}

/// The geodesic in extended precision: what the chord is measured against.
///
/// T. Vincenty, "Direct and Inverse Solutions of Geodesics on the Ellipsoid",
/// Survey Review XXIII (1975).
private func vincenty(_ lat1: Double, _ lon1: Double, _ lat2: Double, _ lon2: Double) -> Double {
    let (a, f) = (Float80(6_378_137), 1 / Float80(298.257223563))
    let b = a * (1 - f)
    let degree = Float80.pi / 180
    let difference = (Float80(lon2) - Float80(lon1)) * degree
    let (u1, u2) = (
        atanl((1 - f) * tanl(Float80(lat1) * degree)), atanl((1 - f) * tanl(Float80(lat2) * degree))
    )
    var lambda = difference
    for _ in 0..<50 {
        let (x, y) = (
            cosl(u2) * sinl(lambda), cosl(u1) * sinl(u2) - sinl(u1) * cosl(u2) * cosl(lambda)
        )
        let sinSigma = (x * x + y * y).squareRoot()
        if sinSigma == 0 { return 0 }
        let cosSigma = sinl(u1) * sinl(u2) + cosl(u1) * cosl(u2) * cosl(lambda)
        let sigma = atan2l(sinSigma, cosSigma)
        let sinAlpha = cosl(u1) * cosl(u2) * sinl(lambda) / sinSigma
        let cosSquare = 1 - sinAlpha * sinAlpha
        let cosMiddle = cosSquare == 0 ? 0 : cosSigma - 2 * sinl(u1) * sinl(u2) / cosSquare
        let c = f / 16 * cosSquare * (4 + f * (4 - 3 * cosSquare))
        let bend = cosMiddle + c * cosSigma * (2 * cosMiddle * cosMiddle - 1)
        let next = difference + (1 - c) * f * sinAlpha * (sigma + c * sinSigma * bend)
        defer { lambda = next }
        guard abs(next - lambda) < 1e-18 else { continue }
        let square = cosSquare * (a * a - b * b) / (b * b)
        let major = 1 + square / 16384 * (4096 + square * (-768 + square * (320 - 175 * square)))
        let minor = square / 1024 * (256 + square * (-128 + square * (74 - 47 * square)))
        let first = cosSigma * (2 * cosMiddle * cosMiddle - 1)
        let second =
            minor / 6 * cosMiddle * (4 * sinSigma * sinSigma - 3)
            * (4 * cosMiddle * cosMiddle - 3)
        let change = minor * sinSigma * (cosMiddle + minor / 4 * (first - second))
        return Double(b * major * (sigma - change))
    }
    return .nan
}
