import Model

/// What was found in a GPX, for its report.
struct GPXTally {
    /// Tracks, plans among them.
    var tracks = 0
    /// Track points of all kinds.
    var points = 0
    /// Points with a plausible time and place: what walks are made of.
    var soundPoints = 0
    /// Waypoints, which say no walk.
    var waypoints = 0
    /// Routes, which are plans.
    var routes = 0
    /// Whether the creator calls itself a planner.
    var isPlanner = false
    /// Whether points have heights.
    var hasElevation = false
    /// Whether points have a dilution of precision.
    var hasDilution = false
    /// Whether points say what fix the receiver had.
    var hasFix = false
    /// Whether there are extensions, which are passed over.
    var hasExtensions = false
    /// What is wrong.
    var problems = GPXProblems()

    /// Takes over which elements were seen and how many, but not what was thought of them.
    mutating func keepElements(of other: GPXTally) {
        points = other.points
        hasElevation = other.hasElevation
        hasDilution = other.hasDilution
        hasFix = other.hasFix
        hasExtensions = other.hasExtensions
    }

    /// Why there are no readings though nothing is wrong, in words (FORMATS.md §5.14).
    var emptiness: String {
        if isPlanner { return "its creator is a planner of routes: a plan, not a walk" }
        if tracks == 0, waypoints + routes > 0 {
            return "there is no recorded track in it, only \(counted(waypoints, "waypoint"))"
                + " and \(counted(routes, "route"))"
        }
        return tracks == 0 ? "there is no track in it" : "its tracks have no points"
    }

    /// What each element was taken for, for `amble inspect`.
    var columns: [ColumnMeaning] {
        guard points > 0 || tracks > 0 else { return others }
        var columns = [
            ColumnMeaning(name: "trkpt lat", meaning: "latitude, degrees"),
            ColumnMeaning(name: "trkpt lon", meaning: "longitude, degrees"),
        ]
        if hasElevation { columns.append(ColumnMeaning(name: "ele", meaning: "height, metres")) }
        columns.append(ColumnMeaning(name: "time", meaning: "time of the point"))
        if hasFix { columns.append(ColumnMeaning(name: "fix", meaning: "\"none\": not walked on")) }
        if hasDilution {
            columns.append(ColumnMeaning(name: "hdop", meaning: "above 10: not walked on"))
        }
        return columns + others
    }

    private var others: [ColumnMeaning] {
        var columns: [ColumnMeaning] = []
        if hasExtensions { columns.append(ColumnMeaning(name: "extensions", meaning: "not used")) }
        if waypoints > 0 { columns.append(ColumnMeaning(name: "wpt", meaning: "not used")) }
        if routes > 0 { columns.append(ColumnMeaning(name: "rte", meaning: "a plan, not used")) }
        return columns
    }
}

/// What was found in one track.
struct TrackTally {
    /// Where it begins.
    var place = TextPlace.wholeFile
    /// All its points.
    var points = 0
    /// Points with a time.
    var timed = 0
    /// Points without any.
    var untimed = 0

    /// What people should know about missing times; nothing when none is missing.
    var remark: String? {
        guard untimed > 0 else { return nil }
        if timed == 0 {
            return "this track of \(counted(untimed, "point")) has no times: a plan, not a walk"
        }
        return "\(untimed) of the \(points) points of this track without a time are left out"
    }
}

/// A number and what is counted, in the singular or the plural.
func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
}
