/// What an `exercise_type` of Health Connect is to somebody who counts walks.
///
/// The numbers are those that Android stores (`android.health.connect.datatypes.ExerciseSessionType`);
/// those of the library that apps use differ: a walk is 79 there.
enum HealthConnectExercise {
    /// Walking or hiking.
    case walk
    /// Something that is no walk.
    case other
    /// A number that is not known, or that may mean anything.
    case unknown

    private static let walking: Int64 = 53
    private static let hiking: Int64 = 21
    private static let otherWorkout: Int64 = 58
    private static let lastKnown: Int64 = 61

    /// Looks a number up; 0 is an exercise of which the app did not say what it was.
    init(_ cell: DatabaseCell) {
        switch cell.wholeNumber {
        case Self.walking, Self.hiking: self = .walk
        case Self.otherWorkout: self = .unknown
        case .some(1...Self.lastKnown): self = .other
        default: self = .unknown
        }
    }
}
