internal import Model

extension CSVDialect {
    /// A table of the points of one track, as GPSBabel's `unicsv` and GPS loggers write it.
    ///
    ///     No,Latitude,Longitude,Altitude,Date,Time
    ///     1,59.912330,10.753222,12.0,2026/11/12,10:04:01
    ///
    ///     time,lat,lon,elevation,accuracy,bearing,speed,satellites,provider,hdop,…
    ///     2026-11-12T09:04:01.000Z,59.9123302,10.753222,12.0,4.0,…
    ///
    /// GPSBabel writes the local time of the computer, without a zone; `utc_d` and `utc_t` are its
    /// words for UTC. A row with a name is a place that somebody marked and no point of the track.
    static let trackTable = CSVDialect(
        name: "track-table",
        title: "a table of track points, as GPSBabel or a GPS logger writes it",
        headers: TrackTableTimes.words.flatMap { words in
            [("lat", "lon"), ("lat", "lng"), ("lat", "long"), ("latitude", "longitude")].map {
                CSVHeaderPattern(keys: ([$0.0, $0.1] + words).map { [$0] }, isWhole: false)
            }
        },
        style: TrackTableRows.style,
        open: { TrackTableRows($0) }
    )
}

/// Where the times of a table of points stand.
struct TrackTableTimes {
    /// The keys of the headings by which a table is known.
    static let words = [
        ["utcd", "utct"], ["date", "time"], ["time"], ["timestamp"], ["datetime"], ["isotime"],
        ["utctime"], ["timeutc"],
    ]

    /// The column of the whole time, or of the date.
    let column: Int
    /// The column of the time of day, where it is one of its own.
    let clock: Int?
    /// Whether times without an offset are in UTC.
    let isUTC: Bool

    /// Finds the columns; nothing when there are none.
    init?(_ header: CSVHeader) {
        for words in Self.words {
            let columns = words.compactMap(header.column)
            guard columns.count == words.count else { continue }
            column = columns[0]
            clock = columns.dropFirst().first
            isUTC =
                words.contains { $0.contains("utc") }
                || columns.contains { header.units[$0] == "utc" }
            return
        }
        return nil
    }
}

/// Reads one point a row; all are one segment, since such a table has no marks.
struct TrackTableRows: CSVRowReader {
    static let style = CSVSources.Style(defaultName: "track-table", kind: .gpx)

    private let times: TrackTableTimes
    private let place: TrackColumns
    private let name: Int?
    private let dilution: Int?
    private let fix: Int?
    private let header: CSVHeader
    private let clock: WallClock
    private var cells: CellReader
    private var track: CSVTrack?
    private var last = Instant(milliseconds: .min)

    let zone: String

    /// Finds the columns; nothing when the table has steps, or is that of an app that Amble knows.
    init?(_ opening: CSVOpening) {
        let header = opening.header
        guard let times = TrackTableTimes(header),
            let latitude = header.column("lat") ?? header.column("latitude"),
            let longitude = ["lon", "lng", "long", "longitude"].lazy.compactMap(header.column)
                .first,
            !header.keys.contains(where: { $0.contains("step") }),
            !opening.samples.contains(where: Self.isOpenTracks)
        else { return nil }
        self.times = times
        self.header = header
        place = TrackColumns(
            latitude: latitude,
            longitude: longitude,
            elevation: Self.elevation(header),
            mayHaveDecimalComma: true
        )
        name = header.column("name")
        dilution = header.column("hdop")
        fix = header.column("fix")
        let context = opening.context
        clock = WallClock(context.zones(ofSource: context.sourceLabel ?? Self.style.defaultName))
        cells = CellReader(opening, times: [times.column], numbers: [])
        zone =
            times.isUTC
            ? "UTC" : "as each time says; without an offset local time, \(context.home.first.name)"
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case times.column: times.clock == nil ? "time of the point" : "date"
            case times.clock: "time of day"
            case place.latitude: "latitude, degrees"
            case place.longitude: "longitude, degrees"
            case place.elevation: "height, metres"
            case name: "a row with a name is a place, not a point of the track"
            case dilution: "above 10: not walked on"
            case fix: "\"none\": not walked on"
            default: "not used"
            }
        }
    }

    var emptiness: String {
        "there is no point of a track in it"
            + (name == nil ? "" : "; a row with a name is a place that somebody marked")
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        if let name, !row[name].isEmpty { return output.passOver() }
        guard let time = try time(row, output) else { return }
        var point = place.point(row)
        if let dilution { place.number(row, dilution) { point.take(dilution: $0.span) } }
        if let fix { point.take(fix: row[fix].span) }
        reportHeightless(row, point, output)
        if track == nil { track = CSVTrack(output) }
        // In place: a copy of the track would copy its points.
        track?.add(point, at: time, row.place(of: times.column), output)
        last = time
    }

    mutating func finish(into output: CSVOutput) {
        track?.finish(output)
    }

    /// Reports a height that is a word: in a table it may be the cell of another column.
    private func reportHeightless(_ row: CSVRow, _ point: GPXPoint, _ output: CSVOutput) {
        guard let column = place.elevation, !row[column].isEmpty, point.elevation == nil,
            point.unreadableElevation == nil, !row[column].contains(where: \.isDigit)
        else { return }
        output.report(row, column, header, "is no height in metres; the point is kept")
    }

    /// The instant of a row; nothing when it is a problem, now reported.
    private mutating func time(_ row: CSVRow, _ output: CSVOutput) throws -> Instant? {
        guard var time = try cells.time(row, times.column, output) else { return nil }
        if let column = times.clock {
            guard time.kind == .date else {
                output.report(row, times.column, header, "is not a date without a time of day")
                return nil
            }
            guard let clock = ClockText.read(row[column]) else {
                output.report(row, column, header, "is not a time of day")
                return nil
            }
            guard try cells.isUsual(clock.offset != nil, row, column, output) else { return nil }
            time = TimeText.Time(midnight: time.milliseconds, clock, form: time.form)
        }
        switch time.kind {
        case .instant: return Instant(milliseconds: time.milliseconds)
        case .wall where times.isUTC: return Instant(milliseconds: time.milliseconds)
        case .wall: return local(time, row, output)
        case .date:
            output.report(row, times.column, header, CSVOutput.Fault.time)
            return nil
        }
    }

    /// The instant of a local time: of two the first that is not before the last point.
    private func local(_ time: TimeText.Time, _ row: CSVRow, _ output: CSVOutput) -> Instant? {
        let (instant, flags) = clock.end(time, notBefore: last)
        guard !flags.contains(.gap) else {
            let fault = "is a time that the clocks left out that day; was it written elsewhere?"
            output.report(row, times.clock ?? times.column, header, fault)
            return nil
        }
        return instant
    }

    /// The column of heights in metres; one in feet is not used.
    private static func elevation(_ header: CSVHeader) -> Int? {
        ["altitude", "elevation", "alt", "ele"].lazy.compactMap(header.column).first { column in
            ["", "m", "metres", "meters"].contains(header.units[column])
        }
    }

    /// Whether a row is of OpenTracks, whose marks part the track: its heading is damaged.
    private static func isOpenTracks(_ row: [String]) -> Bool {
        row.contains { $0 == "TRACKPOINT" || $0.hasPrefix("SEGMENT_START") }
    }
}
