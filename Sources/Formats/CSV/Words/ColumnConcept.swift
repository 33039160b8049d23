/// What a column of a table is about, whatever its word in whatever language.
///
/// The raw value is the English word by which a table of somebody's own is understood.
enum ColumnConcept: String, CaseIterable, Sendable {
    case date
    /// A time of day, or the length of an activity: apps write one word for both.
    case time
    /// A time of day, and nothing else.
    case clock
    /// The length of an activity, where the word is not the one for a time of day.
    case activityTime = "activitytime"
    case timestamp
    case start
    case end
    case duration
    /// The part of an activity in motion.
    case movingTime = "movingtime"
    /// From the first to the last moment of an activity, pauses included.
    case elapsedTime = "elapsedtime"
    case steps
    case stepGoal = "stepgoal"
    case strideLength = "stridelength"
    case cadence
    case distance
    case calories
    case moveMinutes = "moveminutescount"
    case activityType = "activitytype"
    case title
    case favourite = "favorite"
    case source
    case person
    case zone = "timezone"
}
