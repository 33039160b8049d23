internal import Model

extension CSVDialect {
    /// The table of one track that OpenTracks exports (FORMATS.md §1.16).
    ///
    ///     #time,trackpoint_type,latitude,longitude,altitude,…,speed,…,heartrate,cadence,power
    ///     "2020-02-02T03:02:02+01:00","SEGMENT_START_MANUAL",,,,,…
    ///     "2020-02-02T03:02:03+01:00","TRACKPOINT",3.123456,14.001456,1020.2,…
    ///
    /// It is read as a GPX is: positions with their times, parted where the recording was. Rows of
    /// a sensor alone have no position and are passed over.
    static let openTracks = CSVDialect(
        name: "opentracks",
        title: "a table of OpenTracks",
        headers: [.part("time", "trackpoint_type", "latitude", "longitude", "altitude")],
        style: CSVSources.Style(defaultName: "opentracks", kind: .gpx),
        open: { opening in
            let header = opening.header
            guard let time = header.column("time"), let type = header.column("trackpointtype"),
                let latitude = header.column("latitude"),
                let longitude = header.column("longitude")
            else { return nil }
            return OpenTracksRows(
                opening,
                time: time,
                type: type,
                place: TrackColumns(
                    latitude: latitude,
                    longitude: longitude,
                    elevation: header.column("altitude")
                )
            )
        }
    )
}

/// Reads one point or one mark a row.
struct OpenTracksRows: CSVRowReader {
    private let time: Int
    private let type: Int
    private let place: TrackColumns
    private let header: CSVHeader
    private var cells: CellReader
    private var track: CSVTrack?

    let zone = "each time says its own"

    init(_ opening: CSVOpening, time: Int, type: Int, place: TrackColumns) {
        self.time = time
        self.type = type
        self.place = place
        header = opening.header
        cells = CellReader(opening, times: [time], numbers: [])
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case time: "time of the point"
            case type: "point or mark"
            case place.latitude: "latitude, degrees"
            case place.longitude: "longitude, degrees"
            case place.elevation: "height, metres"
            default: "not used"
            }
        }
    }

    var emptiness: String { "there is no position in it" }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        // In place: a copy of the track would copy its points.
        if track == nil { track = CSVTrack(output) }
        switch String(decoding: row[type], as: UTF8.self) {
        case "SEGMENT_START_MANUAL", "SEGMENT_START_AUTOMATIC":
            track?.beginSegment()
            try addPoint(row, output)
        case "SEGMENT_END_MANUAL":
            try addPoint(row, output)
            track?.endSegment()
        case "TRACKPOINT", "SENSORPOINT", "IDLE": try addPoint(row, output)
        default:
            output.report(row, type, header, "is no kind of point that Amble knows of OpenTracks")
        }
    }

    mutating func finish(into output: CSVOutput) {
        track?.finish(output)
    }

    /// Adds the position of a row, if it has one: marks and sensors may.
    private mutating func addPoint(_ row: CSVRow, _ output: CSVOutput) throws {
        let point = place.point(row)
        guard point.hasPosition, let time = try cells.time(row, self.time, output) else { return }
        guard time.kind == .instant else {
            let fault = "has no time of day with its offset from UTC"
            return output.report(row, self.time, header, fault)
        }
        let instant = Instant(milliseconds: time.milliseconds)
        track?.add(point, at: instant, row.place(of: self.time), output)
    }
}
