import Model

/// A place on the WGS84 ellipsoid, in metres from the Earth's centre.
///
/// In these coordinates a distance needs one square root, and neither the poles nor the date line
/// are special. The straight line that joins two places is shorter than the geodesic by d³/24R²:
/// 0.001 mm at 1 km. `distance(to:)` adds that back.
struct EarthPosition: Equatable {
    /// Towards 0° N 0° E.
    let x: Double
    /// Towards 0° N 90° E.
    let y: Double
    /// Towards the north pole.
    let z: Double

    /// The equatorial radius of WGS84.
    private static let equatorialRadius = 6_378_137.0
    /// The flattening of WGS84.
    private static let flattening = 1 / 298.257223563
    /// The mean radius, for the small difference between chord and geodesic.
    private static let meanRadius = 6_371_000.0

    /// Makes a place from nanodegrees; latitudes beyond a pole are held there.
    init(latitude: Int64, longitude: Int64) {
        let pole: Int64 = 90_000_000_000
        let north = Trigonometry.sineAndCosine(ofNanodegrees: min(max(latitude, -pole), pole))
        let east = Trigonometry.sineAndCosine(ofNanodegrees: longitude)
        let square = Self.flattening * (2 - Self.flattening)
        let radius = Self.equatorialRadius / (1 - square * north.sine * north.sine).squareRoot()
        x = radius * north.cosine * east.cosine
        y = radius * north.cosine * east.sine
        z = radius * (1 - square) * north.sine
    }

    private init(x: Double, y: Double, z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    /// The straight line to another place, in metres.
    func chord(to other: EarthPosition) -> Double {
        let (dx, dy, dz) = (other.x - x, other.y - y, other.z - z)
        return (dx * dx + dy * dy + dz * dz).squareRoot()
    }

    /// The geodesic to another place, in metres: within 0.001 mm up to 1 km, within 1 mm up to
    /// 40 km.
    ///
    /// Beyond it grows too short. Legs of such length end within a minute, so they are only ever
    /// compared with speeds, and need no iteration that may fail near the antipodes.
    func distance(to other: EarthPosition) -> Double {
        let chord = chord(to: other)
        return chord * (1 + chord * chord / (24 * Self.meanRadius * Self.meanRadius))
    }

    /// The place that lies on the straight line to another one, at a fraction from 0 to 1 of it.
    func onTheWay(to other: EarthPosition, fraction: Double) -> EarthPosition {
        EarthPosition(
            x: x + (other.x - x) * fraction,
            y: y + (other.y - y) * fraction,
            z: z + (other.z - z) * fraction
        )
    }
}
