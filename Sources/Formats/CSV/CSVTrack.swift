internal import Model

/// Gives the points of a table to the sink as those of a GPX are given (SESSIONS.md §8.8.1, §8.10).
struct CSVTrack {
    private var writer: TrackWriter
    private var isSegmentOpen = false
    /// Points with a plausible time and place: what walks are made of.
    private var sound = 0
    /// What was wrong with the time of the point before: a clock that was never set is one problem.
    private var objection: Implausibility?

    /// Begins the one track of a file.
    init(_ output: CSVOutput) {
        writer = output.makeTrackWriter()
        writer.beginTrack()
    }

    /// A new segment begins here; one that is open ends.
    mutating func beginSegment() {
        endSegment()
        writer.beginSegment()
        isSegmentOpen = true
    }

    /// The segment ends here, if one is open.
    mutating func endSegment() {
        if isSegmentOpen { writer.endSegment() }
        isSegmentOpen = false
    }

    /// Takes the next point, which begins a segment where none is open.
    mutating func add(
        _ point: GPXPoint,
        at time: Instant,
        _ timePlace: TextPlace,
        _ output: CSVOutput
    ) {
        guard output.isInYears(time) else {
            return output.report(Problem(at: timePlace, "the time \(CSVOutput.Fault.years)"))
        }
        if !isSegmentOpen { beginSegment() }
        if let text = point.unreadableElevation {
            output.report(
                Problem(at: point.place, "\(text) is no height in metres; the point is kept")
            )
        }
        judge(point, time, timePlace, output)
        writer.add(point.trackPoint(at: time))
    }

    /// The file ends: what was held back goes to the sink, unless the track was a plan.
    mutating func finish(_ output: CSVOutput) {
        endSegment()
        guard writer.endTrack() else {
            return output.note(points: writer.pointsGiven, sound: sound)
        }
        output.note(
            emptiness: "the track begins with a New Year and keeps one constant speed, as if a "
                + "planner had invented its times: a plan, not a walk"
        )
    }

    private mutating func judge(
        _ point: GPXPoint,
        _ time: Instant,
        _ timePlace: TextPlace,
        _ output: CSVOutput
    ) {
        let last = objection
        objection = output.objection(to: time)
        if let objection {
            guard objection != last else { return }
            let message =
                "a point of \(time.utcDay) \(objection); it and those that follow it alike are "
                + "kept but do not count"
            output.report(Problem(at: timePlace, message))
        } else if point.isPauseMark {
            return
        } else if let problem = point.coordinateProblem {
            output.report(Problem(at: point.place, problem))
        } else {
            sound += 1
        }
    }
}
