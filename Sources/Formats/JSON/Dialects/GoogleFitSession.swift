internal import Model

extension JSONDialect {
    /// A session of Google Fit, `Fit/All Sessions/….json` (FORMATS.md §1.4).
    ///
    ///     {"fitnessActivity":"walking","startTime":"2024-10-15T21:49:22.997Z","endTime":"…",
    ///      "duration":"599.052s","segment":[…],"aggregate":[{"metricName":"…","intValue":1188}]}
    ///
    /// A walk or hike is declared by it; sessions of other kinds are no walks.
    static let googleFitSession = JSONDialect(
        name: "google-fit-session",
        recognises: { head, _ in
            !head.isArray && head.names.contains("fitnessActivity")
                && (head.names.contains("startTime") || head.names.contains("endTime"))
        },
        open: { try GoogleFitSessionRecord($0) }
    )
}

/// Reads the one session of a file.
struct GoogleFitSessionRecord: JSONRecords {
    private let output: ReadingOutput
    private let source: SourceIndex
    private var times = TimeText()
    private var activity = JSONField()
    private var start = JSONField()
    private var end = JSONField()
    private var duration = JSONField()
    private var steps = JSONField()
    private var hasOtherSegments = false

    init(_ opening: JSONOpening) throws {
        output = opening.output
        let style = CSVSources.Style(
            defaultName: JSONDialect.googleFitSession.name,
            kind: .declared
        )
        let sources = opening.sources(style)
        guard let entry = sources.entry(named: UnsafeBufferPointer(start: nil, count: 0))
        else { throw JSONRefusal("there is no room for one more source") }
        source = entry.index
    }

    let zone = "each time says its own"
    let emptiness = "there is no walk in it"
    let meanings = [
        ColumnMeaning(name: "fitnessActivity", meaning: "what it was"),
        ColumnMeaning(name: "startTime", meaning: "start of the walk"),
        ColumnMeaning(name: "endTime", meaning: "end of the walk"),
        ColumnMeaning(name: "duration", meaning: "time in motion"),
        ColumnMeaning(name: "aggregate", meaning: "steps, if they are among it"),
        ColumnMeaning(name: "everything else", meaning: "not used"),
    ]

    mutating func read(_ json: JSONTokenizer) throws {
        guard try json.next() == .beginObject else { return }
        let place = json.place
        while try json.next() == .name {
            if json.isText("fitnessActivity") {
                try activity.read(json)
            } else if json.isText("startTime") {
                try start.read(json)
            } else if json.isText("endTime") {
                try end.read(json)
            } else if json.isText("duration") {
                try duration.read(json)
            } else if json.isText("aggregate") {
                try readSteps(json)
            } else if json.isText("segment") {
                try readSegments(json)
            } else {
                try json.skipValue()
            }
        }
        take(place)
    }

    private mutating func readSteps(_ json: JSONTokenizer) throws {
        var metric = JSONField()
        var value = JSONField()
        try json.forEachRecord(output) { _ in
            metric.clear()
            value.clear()
            while try json.next() == .name {
                if json.isText("metricName") {
                    try metric.read(json)
                } else if json.isText("intValue") {
                    try value.read(json)
                } else {
                    try json.skipValue()
                }
            }
            if metric.string == "com.google.step_count.delta" { steps = value }
        }
    }

    private mutating func readSegments(_ json: JSONTokenizer) throws {
        var kind = JSONField()
        try json.forEachRecord(output) { _ in
            kind.clear()
            while try json.next() == .name {
                if json.isText("fitnessActivity") {
                    try kind.read(json)
                } else {
                    try json.skipValue()
                }
            }
            if GoogleFitActivity(kind.string ?? "") != .walk { hasOtherSegments = true }
        }
    }
}

// MARK: - The walk

extension GoogleFitSessionRecord {
    private mutating func take(_ place: TextPlace) {
        switch GoogleFitActivity(activity.string ?? "") {
        case .walk: break
        case .other: return output.remark(at: place, "a session of \(activity.shown): no walk")
        case .unknown:
            let fault = "is no activity that Amble knows, so it is not taken for a walk"
            return output.report(at: place, "\(activity.shown) \(fault)")
        }
        guard !hasOtherSegments else {
            let fault = "parts of the session were no walk, so nobody knows how long the walk was"
            return output.report(at: place, fault)
        }
        guard let from = instant(start, "startTime", place),
            let to = instant(end, "endTime", place),
            let moving = moving(from, to, place), hasSoundSteps(place)
        else { return }
        let walk = DeclaredReading(
            start: from,
            end: to,
            moving: moving,
            steps: steps.wholeNumber.flatMap { Int32(exactly: $0) },
            line: Int32(clamping: place.line),
            source: source
        )
        output.take(walk, at: place)
    }

    private mutating func instant(
        _ field: JSONField,
        _ name: String,
        _ place: TextPlace
    ) -> Instant? {
        let value = field.parse { times.read($0) }
        if case .time(let time)? = value, time.kind == .instant, time.form == .yearFirst {
            return Instant(milliseconds: time.milliseconds)
        }
        let form = "2026-11-21T07:02:00Z"
        output.report(at: place, "\(field.shown) is not a time as \(form) (\"\(name)\")")
        return nil
    }

    /// The time in motion: `599.052s`; the whole session when it does not say.
    private func moving(_ from: Instant, _ to: Instant, _ place: TextPlace) -> Milliseconds? {
        let whole = max(0, from.milliseconds(to: to))
        if duration.isNothing { return Milliseconds(whole) }
        let length = duration.parse { text -> Int64? in
            guard text.last == UInt8(ascii: "s") else { return nil }
            return DecimalNumber.scaled(text.span.extracting(0..<text.count - 1), decimals: 3)
        }
        guard let length, length >= 0 else {
            output.report(at: place, "\(duration.shown) is not a length as 599.052s (\"duration\")")
            return nil
        }
        guard length <= whole + 1000 else {
            let fault = "the session is longer than from its start to its end (\"duration\")"
            output.report(at: place, fault)
            return nil
        }
        return Milliseconds(min(length, whole))
    }

    /// Whether the steps that the session says it had are a number, if it says any.
    private func hasSoundSteps(_ place: TextPlace) -> Bool {
        if steps.isNothing { return true }
        if let count = steps.wholeNumber, Int32(exactly: count) != nil { return true }
        output.report(at: place, "\(steps.shown) is not a whole number of steps (\"intValue\")")
        return false
    }
}

/// What a `fitnessActivity` of Google Fit is to somebody who counts walks.
///
/// The words are those of Google's list of activity types; `treadmill` and `on_foot` may mean a run.
enum GoogleFitActivity {
    /// Walking or hiking of any kind.
    case walk
    /// Something that is no walk.
    case other
    /// A word that is not known, or that may mean anything.
    case unknown

    /// Looks a word up; what follows its first point says only how it was done.
    init(_ word: String) {
        let kind = String(word.prefix { $0 != "." })
        if kind == "walking" || kind == "hiking" {
            self = .walk
        } else {
            self = Self.others.contains(kind) ? .other : .unknown
        }
    }

    private static let others: Set<String> = [
        "aerobics", "archery", "badminton", "baseball", "basketball", "biathlon", "biking",
        "boxing", "calisthenics", "circuit_training", "cricket", "crossfit", "curling", "dancing",
        "diving", "elevator", "elliptical", "ergometer", "escalator", "fencing", "football",
        "frisbee_disc", "gardening", "golf", "guided_breathing", "gymnastics", "handball",
        "hockey", "horseback_riding", "housework", "ice_skating", "in_vehicle",
        "interval_training", "jump_rope", "kayaking", "kettlebell_training", "kick_scooter",
        "kickboxing", "kitesurfing", "martial_arts", "meditation", "p90x", "paragliding",
        "pilates", "polo", "racquetball", "rock_climbing", "rowing", "rugby", "running", "sailing",
        "scuba_diving", "skateboarding", "skating", "skiing", "sledding", "sleep", "snowboarding",
        "snowmobile", "softball", "squash", "stair_climbing", "standup_paddleboarding", "still",
        "strength_training", "surfing", "swimming", "table_tennis", "team_sports", "tennis",
        "volleyball", "wakeboarding", "water_polo", "weightlifting", "wheelchair", "windsurfing",
        "yoga", "zumba",
    ]
}
