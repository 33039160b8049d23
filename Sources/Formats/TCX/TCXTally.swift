internal import Model

/// What was found in a TCX, for its report.
struct TCXTally {
    /// Activities of all kinds.
    var activities = 0
    /// Groups of courses and workouts, which are plans.
    var plans = 0
    /// Points with a time and a position, and those of them that walks are made of.
    var points = 0
    var soundPoints = 0
    /// Walks declared without positions that count.
    var walks = 0
    /// Everything that was given to the sink.
    var readings = 0
    /// Whether points have heights.
    var hasElevation = false
    /// What is wrong.
    var problems = GPXProblems()

    /// Why there are no readings though nothing is wrong, in words (FORMATS.md §5.14).
    var emptiness: String {
        if activities == 0, plans > 0 {
            return "there is no activity in it, only courses or workouts: a plan, not a walk"
        }
        return activities == 0 ? "there is no activity in it" : "its activities have no points"
    }

    /// What each element was taken for, for `amble inspect`.
    var columns: [ColumnMeaning] {
        var columns: [ColumnMeaning] = []
        if points > 0 {
            columns += [
                ColumnMeaning(name: "LatitudeDegrees", meaning: "latitude, degrees"),
                ColumnMeaning(name: "LongitudeDegrees", meaning: "longitude, degrees"),
                ColumnMeaning(name: "Time", meaning: "time of the point"),
            ]
        }
        if hasElevation {
            columns.append(ColumnMeaning(name: "AltitudeMeters", meaning: "height, metres"))
        }
        if readings > points {
            columns += [
                ColumnMeaning(name: "Lap StartTime", meaning: "start of a walk without positions"),
                ColumnMeaning(name: "TotalTimeSeconds", meaning: "its time in motion, seconds"),
            ]
        }
        if plans > 0 {
            columns.append(ColumnMeaning(name: "Courses, Workouts", meaning: "a plan, not used"))
        }
        return columns + [ColumnMeaning(name: "everything else", meaning: "not used")]
    }
}
