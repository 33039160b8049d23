internal import Model

/// Follows the elements of one TCX from the root to the points of its activities.
///
///     TrainingCenterDatabase › Activities › Activity › Lap › Track › Trackpoint
///
/// Courses and workouts are plans and passed over, as are extensions and heart rates. An activity
/// with positions is a track as in a GPX; one without is a walk only if it says so itself.
final class TCXDocument: XMLDocument {
    /// The name of the dialect.
    static let dialect = "tcx"

    private enum Level {
        case database, group, activity, lap, seconds
        case track, point, position, time, altitude, latitude, longitude
    }

    private let sink: any ReadingSink
    private let source: Source
    private let plausibility: Plausibility
    private var levels: [Level] = []
    private var writer: TrackWriter
    private var activity: TCXActivity?
    private var point: GPXPoint?
    private var timePlace = TextPlace.wholeFile
    private var zones = GPXZoneHabit()
    private var tally = TCXTally()

    /// Prepares to read one file.
    init(context: FileContext, into sink: any ReadingSink) {
        self.sink = sink
        source = Source(name: context.sourceLabel ?? Self.dialect, kind: .gpx)
        writer = TrackWriter(source: source, into: sink)
        plausibility = context.plausibility
    }

    func open(_ element: XMLElement) -> XMLInterest {
        guard let level = levels.last else {
            levels.append(.database)
            return .children
        }
        guard let next = next(below: level, element.parts.local) else { return .nothing }
        return enter(next, element)
    }

    func close(text: Span<UInt8>) {
        switch levels.popLast() {
        case .seconds: activity?.take(seconds: text)
        case .time: takeTime(text)
        case .altitude: point?.take(elevation: text)
        case .latitude: point?.latitude = GPXPoint.Coordinate(text, limit: 90_000_000_000)
        case .longitude: point?.longitude = GPXPoint.Coordinate(text, limit: 180_000_000_000)
        case .point: endPoint()
        case .activity: endActivity(isWhole: true)
        case .database, .group, .lap, .track, .position, nil: break
        }
    }

    /// Ends what a broken document left open; a point that was not closed is given up.
    func finish() {
        if activity != nil { endActivity(isWhole: false) }
    }

    func report(_ ending: XMLReader.Ending) -> FormatReport {
        if let problem = ending.problem { tally.problems.note(problem) }
        let isSound = tally.soundPoints > 0 || tally.walks > 0
        let outcome: FileOutcome =
            !tally.problems.isPartly ? .taken : isSound ? .partly : .refused
        if outcome == .taken, !isSound, tally.problems.list.isEmpty {
            tally.problems.remark(at: .wholeFile, tally.emptiness)
        }
        var report = FormatReport(
            dialect: Self.dialect,
            outcome: outcome,
            problems: tally.problems.list,
            endsEarly: ending.problem?.cause == .truncated,
            encoding: ending.encoding,
            zone: "as each time says, else UTC",
            columns: tally.columns
        )
        report.isOnlyImplausible = outcome == .refused && tally.readings > 0
        return report
    }
}

// MARK: - Up and down

extension TCXDocument {
    private func next(below level: Level, _ name: XMLText) -> Level? {
        switch level {
        case .database:
            if name == "Activities" { return .group }
            if name == "Courses" || name == "Workouts" { tally.plans += 1 }
        case .group:
            if name == "Activity" { return .activity }
            if name == "MultiSportSession" || name == "FirstSport" || name == "NextSport" {
                return .group
            }
        case .activity: if name == "Lap" { return .lap }
        case .lap:
            if name == "TotalTimeSeconds" { return .seconds }
            if name == "Track" { return .track }
        case .track: if name == "Trackpoint" { return .point }
        case .point:
            if name == "Time" { return .time }
            if name == "Position" { return .position }
            if name == "AltitudeMeters" { return .altitude }
        case .position:
            if name == "LatitudeDegrees" { return .latitude }
            if name == "LongitudeDegrees" { return .longitude }
        case .seconds, .time, .altitude, .latitude, .longitude: break
        }
        return nil
    }

    private func enter(_ next: Level, _ element: XMLElement) -> XMLInterest {
        switch next {
        case .activity:
            guard beginActivity(element) else { return .nothing }
        case .lap: activity?.beginLap(element)
        case .track: activity?.segments.beginTrack()
        case .point: point = GPXPoint(at: element.place)
        case .position: activity?.positions += 1
        case .time: timePlace = element.place
        case .altitude: tally.hasElevation = true
        case .database, .group, .seconds, .latitude, .longitude: break
        }
        levels.append(next)
        switch next {
        case .seconds, .time, .altitude, .latitude, .longitude: return .text
        default: return .children
        }
    }
}

// MARK: - Activities

extension TCXDocument {
    /// Begins an activity; false when it is none that can be a walk.
    private func beginActivity(_ element: XMLElement) -> Bool {
        let next = TCXActivity(element)
        tally.activities += 1
        switch next.sport {
        case .walk, .unsaid: break
        case .other(let word):
            let shown = ShownText.quoted(word.utf8)
            tally.problems.remark(at: next.place, "an activity of the sport \(shown): no walk")
            return false
        case .unknown(let word):
            let shown = ShownText.quoted(word.utf8)
            tally.problems.note(
                .activity,
                at: next.place,
                "the sport \(shown) is not known, so the activity is not taken for a walk"
            )
            return false
        }
        activity = next
        writer.beginTrack()
        return true
    }

    private func endActivity(isWhole: Bool) {
        guard let activity else { return }
        self.activity = nil
        point = nil
        tally.problems.notePlainPoint()
        if activity.isInSegment { writer.endSegment() }
        if writer.endTrack() {
            tally.problems.remark(
                at: activity.place,
                "the activity begins with a New Year and keeps one constant speed, as if a planner"
                    + " had invented its times: a plan, not a walk"
            )
        } else if activity.positions == 0, isWhole {
            declare(activity)
        } else if activity.untimed > 0 {
            let count = counted(activity.untimed, "point")
            tally.problems.remark(at: activity.place, "\(count) without a time are left out")
        }
    }

    private func declare(_ activity: TCXActivity) {
        guard activity.sport == .walk else {
            return tally.problems.note(
                .activity,
                at: activity.place,
                "this activity has no positions and does not say that it was a walk, so it is not"
                    + " taken for one"
            )
        }
        guard let index = sink.index(of: source), let walk = activity.walk(by: index) else {
            return tally.problems.note(
                .activity,
                at: activity.place,
                "this walk has no positions, and its laps do not say when it was"
            )
        }
        tally.readings += 1
        sink.take(declared: [walk])
        let whole = StepReading(
            start: walk.start,
            end: walk.end,
            steps: 0,
            line: walk.line,
            source: index
        )
        guard let objection = plausibility.objection(to: whole) else {
            tally.walks += 1
            return
        }
        tally.problems.note(
            .activity,
            at: activity.place,
            "this walk \(objection); it is kept but does not count"
        )
    }
}

// MARK: - Points

extension TCXDocument {
    private func takeTime(_ text: Span<UInt8>) {
        point?.take(time: text, at: timePlace, &zones, &tally.problems)
    }

    private func endPoint() {
        guard let point else { return }
        self.point = nil
        activity?.points += 1
        guard let time = point.time else {
            if !point.isTimeUnreadable { activity?.untimed += 1 }
            return
        }
        guard point.hasPosition else {
            activity?.take(timeWithoutPosition: time)
            return
        }
        judge(point, time)
        beginSegment(at: time)
        writer.add(point.trackPoint(at: time))
        tally.readings += 1
    }

    private func beginSegment(at time: Instant) {
        guard activity?.segments.begins(at: time) == true else { return }
        if activity?.isInSegment == true { writer.endSegment() }
        writer.beginSegment()
        activity?.isInSegment = true
    }

    private func judge(_ point: GPXPoint, _ time: Instant) {
        tally.points += 1
        if let objection = plausibility.objection(to: time) {
            tally.problems.note(
                .implausibleTime(objection),
                at: timePlace,
                "a point of \(time.utcDay) \(objection); it is kept but does not count"
            )
        } else if let problem = point.coordinateProblem {
            tally.problems.note(.coordinates, at: point.place, problem)
        } else {
            tally.soundPoints += 1
            tally.problems.noteHeight(of: point)
        }
    }
}
