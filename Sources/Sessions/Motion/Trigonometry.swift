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
        var sum = 1.0
        for factor in [272.0, 210, 156, 110, 72, 42, 20, 6] {
            sum = 1 - square / factor * sum
        }
        return angle * sum
    }

    /// The cosine of an angle of at most π/4, by its series: xᵏ/k! for even k up to 16.
    private static func cosine(_ angle: Double) -> Double {
        let square = angle * angle
        var sum = 1.0
        for factor in [240.0, 182, 132, 90, 56, 30, 12, 2] {
            sum = 1 - square / factor * sum
        }
        return sum
    }
}
