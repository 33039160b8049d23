import Model

/// Follows the elements of one GPX from the root to the points of its tracks.
///
///     gpx › trk › trkseg › trkpt › ele, time, hdop, fix
///
/// Everything else is passed over whole: waypoints, routes, metadata, extensions.
final class GPXDocument: XMLDocument {
    private enum Level {
        case document, gpx, track, segment, point
        case elevation, time, dilution, fix
    }

    private let plausibility: Plausibility
    private var level = Level.document
    private var namespace: GPXNamespace?
    private var writer: TrackWriter
    private var point: GPXPoint?
    private var timePlace = TextPlace.wholeFile
    private var zones = GPXZoneHabit()
    private var track = TrackTally()
    private var beforeTrack = GPXTally()
    /// What was found so far.
    private(set) var tally = GPXTally()
    /// The root element when it is not GPX's, and where it stands.
    private(set) var foreignRoot: (name: String, place: TextPlace)?
    /// Whether the root was GPX's.
    var isGPX: Bool { namespace != nil }
    /// How many points the sink was given.
    var pointsGiven: Int { writer.pointsGiven }

    /// Prepares to read one file.
    init(writer: TrackWriter, plausibility: Plausibility) {
        self.writer = writer
        self.plausibility = plausibility
    }

    func open(_ element: XMLElement) -> XMLInterest {
        let (prefix, local) = element.parts
        guard let namespace else { return openRoot(element, local) }
        guard let next = next(local) else { return .nothing }
        guard namespace.contains(element, prefix: prefix) else { return .nothing }
        return enter(next, element)
    }

    func close(text: Span<UInt8>) {
        switch level {
        case .elevation: point?.take(elevation: text)
        case .time: takeTime(text)
        case .dilution: point?.take(dilution: text)
        case .fix: point?.take(fix: text)
        case .point: endPoint()
        case .segment: writer.endSegment()
        case .track: endTrack()
        case .gpx, .document: break
        }
        leave()
    }

    /// Ends what a broken document left open; a point that was not closed is given up.
    func finish() {
        switch level {
        case .document, .gpx: return
        case .track: endTrack()
        default:
            writer.endSegment()
            endTrack()
        }
        level = .document
    }
}

// MARK: - Up and down

extension GPXDocument {
    private func openRoot(_ element: XMLElement, _ local: XMLText) -> XMLInterest {
        guard local == "gpx" else {
            foreignRoot = (local.string, element.place)
            return .stop
        }
        namespace = GPXNamespace(root: element)
        level = .gpx
        let creator = (element.string(of: "creator") ?? "").lowercased()
        tally.isPlanner = creator.contains("route-only") || creator.contains("planner")
        return .children
    }

    /// The level that a child element of this name leads to; nothing when it is passed over.
    private func next(_ name: XMLText) -> Level? {
        switch level {
        case .gpx:
            if name == "trk" { return .track }
            if name == "wpt" { tally.waypoints += 1 }
            if name == "rte" { tally.routes += 1 }
        case .track:
            if name == "trkseg" { return .segment }
        case .segment:
            if name == "trkpt" { return .point }
        case .point: return field(name)
        case .document, .elevation, .time, .dilution, .fix: break
        }
        if name == "extensions" { tally.hasExtensions = true }
        return nil
    }

    private func field(_ name: XMLText) -> Level? {
        if name == "time" { return .time }
        if name == "ele" { return .elevation }
        if name == "hdop" { return .dilution }
        if name == "fix" { return .fix }
        if name == "extensions" { tally.hasExtensions = true }
        return nil
    }

    private func enter(_ next: Level, _ element: XMLElement) -> XMLInterest {
        switch next {
        case .track:
            tally.tracks += 1
            guard !tally.isPlanner else { return .nothing }
            beginTrack(at: element.place)
        case .segment: writer.beginSegment()
        case .point: point = GPXPoint(element)
        case .time: timePlace = element.place
        case .elevation: tally.hasElevation = true
        case .dilution: tally.hasDilution = true
        case .fix: tally.hasFix = true
        case .document, .gpx: break
        }
        level = next
        switch next {
        case .time, .elevation, .dilution, .fix: return .text
        default: return .children
        }
    }

    private func leave() {
        switch level {
        case .elevation, .time, .dilution, .fix: level = .point
        case .point: level = .segment
        case .segment: level = .track
        case .track: level = .gpx
        case .gpx, .document: level = .document
        }
    }
}

// MARK: - Points and tracks

extension GPXDocument {
    private func takeTime(_ text: Span<UInt8>) {
        point?.take(time: text, at: timePlace, &zones, &tally.problems)
    }

    private func endPoint() {
        guard let point else { return }
        self.point = nil
        track.points += 1
        guard let time = point.time else {
            if !point.isTimeUnreadable { track.untimed += 1 }
            return
        }
        track.timed += 1
        judge(point, time)
        writer.add(point.trackPoint(at: time))
    }

    private func judge(_ point: GPXPoint, _ time: Instant) {
        if let objection = plausibility.objection(to: time) {
            tally.problems.note(
                .implausibleTime(objection),
                at: timePlace,
                "a point of \(time.utcDay) \(objection); it is kept but does not count"
            )
        } else if point.isPauseMark {
            tally.problems.notePlainPoint()
        } else if let problem = point.coordinateProblem {
            tally.problems.note(.coordinates, at: point.place, problem)
        } else {
            tally.soundPoints += 1
            tally.problems.noteHeight(of: point)
        }
    }

    private func beginTrack(at place: TextPlace) {
        beforeTrack = tally
        track = TrackTally(place: place)
        writer.beginTrack()
    }

    private func endTrack() {
        tally.points += track.points
        if writer.endTrack() {
            // Whatever else is wrong with invented times does not matter.
            let seen = tally
            tally = beforeTrack
            tally.keepElements(of: seen)
            tally.problems.remark(
                at: track.place,
                "the track begins with a New Year and keeps one constant speed, as if a planner"
                    + " had invented its times: a plan, not a walk"
            )
        } else if let remark = track.remark {
            tally.problems.remark(at: track.place, remark)
        }
    }
}
