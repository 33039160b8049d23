import Model

/// Sine and cosine of whole nanodegrees.
///
/// The C library is no dependency of this module, and its results differ between machines in the
/// last bit; these do not, for they are made of IEEE additions and multiplications alone.
enum Trigonometry {
    /// One right angle in nanodegrees.
    private static let rightAngle: Int64 = 90_000_000_000

    /// Sine and cosine of an angle in nanodegrees; every angle is allowed.
    ///
    /// The angle is brought to within 45° of a multiple of a right angle in integers, hence without
    /// loss; the Taylor series then ends with an error below 10⁻¹⁶. Results lie within 4·10⁻¹⁶ of
    /// the truth, relative to the larger of the two.
    static func sineAndCosine(ofNanodegrees angle: Int64) -> (sine: Double, cosine: Double) {
        let turned = angle % (4 * rightAngle)
        let quadrant = (turned + rightAngle / 2).flooredDivision(by: rightAngle)
        let rest = Double(turned - quadrant * rightAngle) * (Double.pi / 180e9)
        let (sine, cosine) = (sine(rest), cosine(rest))
        switch quadrant & 3 {
        case 0: return (sine, cosine)
        case 1: return (cosine, -sine)
        case 2: return (-sine, -cosine)
        default: return (-cosine, sine)
        }
    }

    /// The sine of an angle of at most π/4, by its series: xᵏ/k! for odd k up to 17.
    private static func sine(_ angle: Double) -> Double {
        let square = angle * angle
        var sum = 1 / 355_687_428_096_000.0
        sum = sum * square - 1 / 1_307_674_368_000.0
        sum = sum * square + 1 / 6_227_020_800.0
        sum = sum * square - 1 / 39_916_800.0
        sum = sum * square + 1 / 362_880.0
        sum = sum * square - 1 / 5_040.0
        sum = sum * square + 1 / 120.0
        sum = sum * square - 1 / 6.0
        return angle + angle * (square * sum)
    }

    /// The cosine of an angle of at most π/4, by its series: xᵏ/k! for even k up to 16.
    private static func cosine(_ angle: Double) -> Double {
        let square = angle * angle
        var sum = 1 / 20_922_789_888_000.0
        sum = sum * square - 1 / 87_178_291_200.0
        sum = sum * square + 1 / 479_001_600.0
        sum = sum * square - 1 / 3_628_800.0
        sum = sum * square + 1 / 40_320.0
        sum = sum * square - 1 / 720.0
        sum = sum * square + 1 / 24.0
        sum = sum * square - 1 / 2.0
        return 1 + square * sum
    }
}
