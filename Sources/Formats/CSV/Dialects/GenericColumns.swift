internal import Model

/// The columns of a file that no app is known to write, found by the names people give them
/// (FORMATS.md §5.12).
struct GenericColumns: Hashable {
    /// The time, the beginning, or the date when `clock` holds the time of day.
    let time: Int
    /// The time of day, where date and time have a column each.
    let clock: Int?
    /// The end.
    let end: Int?
    /// The length.
    let length: Length?
    /// The steps, or the counter.
    let count: Int
    /// Whether `count` is a counter that only goes up.
    let isCounter: Bool
    /// Who counted.
    let source: Int?

    init(
        time: Int,
        clock: Int? = nil,
        end: Int? = nil,
        length: Length? = nil,
        count: Int,
        isCounter: Bool = false,
        source: Int? = nil
    ) {
        self.time = time
        self.clock = clock
        self.end = end
        self.length = length
        self.count = count
        self.isCounter = isCounter
        self.source = source
    }

    /// A column of lengths and its unit.
    struct Length: Hashable {
        let column: Int
        /// Milliseconds in one.
        let unit: Int64
    }

    static let instants: Set = [
        "timestamp", "time", "date", "datetime", "dateandtime", "day", "ts", "localtime",
        "timelocal", "timestamplocal", "datetimelocal", "timeutc", "utctime", "timestamputc",
        "utctimestamp", "datetimeutc", "epoch", "epochms", "epochseconds", "epochmilliseconds",
        "unixtime", "unixtimestamp", "timestampms", "timestamps", "recordedat",
    ]
    static let starts: Set = [
        "start", "starttime", "startdate", "startdatetime", "starttimestamp", "startat",
        "startedat", "starttimeutc", "startutc", "startlocal", "starttimelocal", "begin",
        "begintime", "begindate", "from", "intervalstart", "startms", "startepoch",
    ]
    static let ends: Set = [
        "end", "endtime", "enddate", "enddatetime", "endtimestamp", "endat", "endedat",
        "endtimeutc", "endutc", "endlocal", "endtimelocal", "to", "until", "stop", "stoptime",
        "finish", "intervalend", "endms", "endepoch",
    ]
    static let lengths: [String: Int64] = [
        "duration": 1000, "durations": 1000, "durationsec": 1000, "durationseconds": 1000,
        "durationms": 1, "durationmilliseconds": 1, "durationmin": 60_000,
        "durationminutes": 60_000,
    ]
    static let units: [String: Int64] = [
        "": 1000, "s": 1000, "sec": 1000, "secs": 1000, "seconds": 1000, "ms": 1, "millis": 1,
        "milliseconds": 1, "min": 60_000, "mins": 60_000, "minutes": 60_000,
    ]
    static let counts: Set = [
        "steps", "stepcount", "stepscount", "step", "numberofsteps", "stepstaken", "nsteps",
    ]
    static let sources: Set = [
        "source", "datasource", "sourcename", "device", "devicename", "deviceid", "tracker",
    ]
    static let zones: Set = [
        "timezone", "tz", "zone", "utcoffset", "offset", "timeoffset", "zoneoffset",
        "timezoneoffset", "gmtoffset",
    ]
    static let people: Set = [
        "user", "userid", "username", "person", "personid", "participant", "participantid",
        "subject", "subjectid", "patient", "patientid",
    ]
}

// MARK: - Finding them

extension GenericColumns {
    /// Finds the columns; nothing when there is no time or no count.
    ///
    /// - Throws: `CSVRefusal` when a column could be two things, or two columns one.
    static func find(in header: CSVHeader, fileName: String) throws(CSVRefusal) -> GenericColumns? {
        // A header cut at the wrong sign has no word of time that stands alone.
        guard let (time, clock) = try time(in: header),
            let count = try count(in: header, fileName: fileName)
        else { return nil }
        if let person = header.keys.firstIndex(where: people.contains) {
            throw refusal(header, [person], "may hold the steps of several people")
        }
        let columns = GenericColumns(
            time: time,
            clock: clock,
            end: try only(ends, in: header, "the end"),
            length: try length(in: header),
            count: count.column,
            isCounter: count.isCounter,
            source: try only(sources, in: header, "the source")
        )
        try columns.check(header)
        return columns
    }

    private func check(_ header: CSVHeader) throws(CSVRefusal) {
        if isCounter, let extra = end ?? length?.column {
            throw Self.refusal(
                header,
                [count, extra],
                "do not go together: a counter is read at one time"
            )
        }
        if let end, clock != nil {
            throw Self.refusal(
                header,
                [time, end],
                "do not go together: write start and end in full"
            )
        }
        let name = header.keys[count]
        guard name == "count" || name == "value" else { return }
        // "count" and "value" may count anything, unless every other column is explained.
        let known = [time, clock, end, length?.column, count, source].compactMap { $0 }
        if let other = (0..<header.width).first(where: { !known.contains($0) }) {
            throw Self.refusal(
                header,
                [count, other],
                "leave open what is counted: call the count \"steps\""
            )
        }
    }

    private static func count(
        in header: CSVHeader,
        fileName: String
    ) throws(CSVRefusal) -> (column: Int, isCounter: Bool)? {
        let columns = 0..<header.width
        var found = columns.filter { mayBeCount(header.keys[$0]) }
        // "count" beside a column of steps leaves open which of the two is the count.
        found += columns.filter { header.keys[$0] == "count" && !found.contains($0) }
        if found.isEmpty, fileName.lowercased().contains("steps") {
            found = columns.filter { header.keys[$0] == "value" }
        }
        guard let first = found.first else { return nil }
        if found.count > 1 { throw refusal(header, found, "could each be the count") }
        let key = header.keys[first]
        if isCounter(key) { return (first, true) }
        guard counts.contains(key) || key == "count" || key == "value" else {
            throw refusal(header, [first], "may be the count, or a part of it: call it \"steps\"")
        }
        return (first, false)
    }

    /// Whether a name speaks of steps and of nothing else about them.
    private static func mayBeCount(_ key: String) -> Bool {
        if isCounter(key) { return true }
        let others = [
            "goal", "target", "length", "width", "cadence", "rate", "speed", "distance",
            "frequency", "source", "device",
        ]
        return key.contains("step") && !others.contains(where: key.contains)
    }

    private static func isCounter(_ key: String) -> Bool {
        key.contains("counter") || key.contains("cumulative") || key.contains("totalsince")
            || (key.contains("total") && key.contains("since"))
    }

    private static func time(
        in header: CSVHeader
    ) throws(CSVRefusal) -> (time: Int, clock: Int?)? {
        let columns = 0..<header.width
        let found = columns.filter {
            starts.contains(header.keys[$0]) || instants.contains(header.keys[$0])
        }
        guard let first = found.first else { return nil }
        if found.count == 1 { return (first, nil) }
        let dates = found.filter { header.keys[$0] == "date" || header.keys[$0] == "day" }
        let clocks = found.filter { header.keys[$0] == "time" || header.keys[$0] == "localtime" }
        guard found.count == 2, let date = dates.first, let clock = clocks.first else {
            throw refusal(header, found, "could each be the time")
        }
        return (date, clock)
    }

    private static func length(in header: CSVHeader) throws(CSVRefusal) -> Length? {
        let found = (0..<header.width).filter { lengths[header.keys[$0]] != nil }
        guard let column = found.first else { return nil }
        if found.count > 1 { throw refusal(header, found, "could each be the length") }
        let unit = header.units[column]
        guard let named = lengths[header.keys[column]], let written = units[unit] else {
            throw refusal(header, found, "has a unit of time that is not known")
        }
        return Length(column: column, unit: unit.isEmpty ? named : written)
    }

    private static func only(
        _ keys: Set<String>,
        in header: CSVHeader,
        _ role: String
    ) throws(CSVRefusal) -> Int? {
        let found = (0..<header.width).filter { keys.contains(header.keys[$0]) }
        if found.count > 1 { throw refusal(header, found, "could each be \(role)") }
        return found.first
    }

    static func refusal(
        _ header: CSVHeader,
        _ columns: [Int],
        _ fault: String
    ) -> CSVRefusal {
        let names = columns.map { ShownText.quoted(header.words[$0].utf8) }.joined(
            separator: " and "
        )
        return CSVRefusal("the column\(columns.count == 1 ? "" : "s") \(names) \(fault)")
    }
}
