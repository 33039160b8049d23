import Model

/// What a walk takes from a track; what is not known stays away.
struct TrackFigures: Equatable {
    /// Path length while walking, over points at least 10 m apart.
    var distance: Metres?
    /// Heights won and lost; climb − descent is the difference of the last and the first height.
    var climb: Metres?
    var descent: Metres?
    /// At least 100 m at a grade of 5 % or more, or 20 m up and down a kilometre.
    var isHilly: Bool?
    /// Whether all points together make a way more than half as long again as the thinned ones.
    var isPoorTrack = false
    /// The part of the distance at a grade of 5 % or more: steeper than an accessible route.
    var steep: Metres?
    /// The steepest grade over 100 m (300 m when heights are noisy), in thousandths.
    var steepestGrade: Int64?
}
