internal import Model

extension CSVDialect {
    /// The log of a Columbus V-900, which it writes on its own volume (FORMATS.md §1.16).
    ///
    ///     INDEX,TAG,DATE,TIME,LATITUDE N/S,LONGITUDE E/W,HEIGHT,SPEED,HEADING,VOX
    ///     68<NUL><NUL><NUL><NUL>,T,090404,063510,31.765973N,035.206901E,821<NUL><NUL>,…
    ///
    /// NULs pad the cells. Dates are year, month and day of 2000 to 2099; times are UTC. Its
    /// professional mode adds the kind of fix and the dilutions. Later loggers have no column of
    /// voice tags, and may write local times without saying so: they are refused.
    static let columbusLogger = CSVDialect(
        name: "columbus-v900",
        title: "the log of a Columbus V-900",
        headers: [
            .part("INDEX", "TAG", "DATE", "TIME", "LATITUDE N/S", "LONGITUDE E/W", "HEIGHT")
        ],
        style: CSVSources.Style(defaultName: "columbus-v900", kind: .gpx),
        open: { opening in
            guard let columns = ColumbusColumns(opening.header) else { return nil }
            guard opening.header.column("vox") != nil else {
                throw CSVRefusal(
                    "this is the log of a later Columbus logger, whose times are in UTC or local "
                        + "time as it was set, which the file does not say; save it as GPX"
                )
            }
            return ColumbusRows(opening, columns)
        }
    )
}

/// The columns of a log that are used.
struct ColumbusColumns {
    let tag: Int
    let date: Int
    let time: Int
    let latitude: Int
    let longitude: Int
    let height: Int
    /// Only in the professional mode.
    let dilution: Int?

    /// Finds the columns; nothing when one is missing.
    init?(_ header: CSVHeader) {
        guard let tag = header.column("tag"), let date = header.column("date"),
            let time = header.column("time"), let latitude = header.column("latitudens"),
            let longitude = header.column("longitudeew"), let height = header.column("height")
        else { return nil }
        self.tag = tag
        self.date = date
        self.time = time
        self.latitude = latitude
        self.longitude = longitude
        self.height = height
        dilution = header.column("hdop")
    }
}

/// Reads one point a row; all are one segment, since the log has no marks.
struct ColumbusRows: CSVRowReader {
    private let columns: ColumbusColumns
    private let header: CSVHeader
    private var track: CSVTrack?

    let zone = "UTC"

    init(_ opening: CSVOpening, _ columns: ColumbusColumns) {
        self.columns = columns
        header = opening.header
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case columns.tag: "\"T\": a point of the track"
            case columns.date: "date"
            case columns.time: "time of day"
            case columns.latitude: "latitude, degrees"
            case columns.longitude: "longitude, degrees"
            case columns.height: "height, metres"
            case columns.dilution: "above 10: not walked on"
            default: "not used"
            }
        }
    }

    var emptiness: String { "there is no point of a track in it" }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        switch String(decoding: row[columns.tag], as: UTF8.self) {
        case "T": break
        // Places that somebody marked, and places of voice notes, are no points of the track.
        case "C", "V": return
        default: return output.report(row, columns.tag, header, "is no tag of such a log")
        }
        guard let time = time(row, output) else { return }
        var point = GPXPoint(at: row.place(of: columns.latitude))
        point.latitude = Self.coordinate(row[columns.latitude], "N", "S", limit: 90_000_000_000)
        point.longitude = Self.coordinate(row[columns.longitude], "E", "W", limit: 180_000_000_000)
        point.take(elevation: row[columns.height].span)
        if let dilution = columns.dilution { point.take(dilution: row[dilution].span) }
        if track == nil { track = CSVTrack(output) }
        // In place: a copy of the track would copy its points.
        track?.add(point, at: time, row.place(of: columns.time), output)
    }

    mutating func finish(into output: CSVOutput) {
        track?.finish(output)
    }

    private func time(_ row: CSVRow, _ output: CSVOutput) -> Instant? {
        guard let (year, month, day) = Self.pairs(row[columns.date]),
            let date = CivilDay(year: 2000 + year, month: month, day: day)
        else {
            output.report(row, columns.date, header, "is no date of year, month and day: 261121")
            return nil
        }
        guard let (hour, minute, second) = Self.pairs(row[columns.time]), hour < 24, minute < 60,
            second < 60
        else {
            output.report(row, columns.time, header, "is no time of day such as 063510")
            return nil
        }
        let seconds = (hour * 60 + minute) * 60 + second
        return Instant(
            milliseconds: Int64(date.daysSinceEpoch) * 86_400_000 + Int64(seconds) * 1000
        )
    }

    /// Three numbers of two digits and nothing else.
    private static func pairs(_ cell: UnsafeBufferPointer<UInt8>) -> (Int, Int, Int)? {
        var cursor = ByteCursor(cell)
        guard let first = cursor.twoDigits(), let second = cursor.twoDigits(),
            let third = cursor.twoDigits(), cursor.isAtEnd
        else { return nil }
        return (first, second, third)
    }

    /// Degrees with the letter of their hemisphere behind them.
    private static func coordinate(
        _ cell: UnsafeBufferPointer<UInt8>,
        _ positive: Unicode.Scalar,
        _ negative: Unicode.Scalar,
        limit: Int64
    ) -> GPXPoint.Coordinate {
        let text = String(decoding: cell, as: UTF8.self)
        let degrees = UnsafeBufferPointer(rebasing: cell.dropLast())
        guard let letter = text.unicodeScalars.last else { return .missing }
        guard letter == positive || letter == negative, let first = degrees.first, first.isDigit
        else { return .unreadable(text: text) }
        switch GPXPoint.Coordinate(degrees.span, limit: limit) {
        case .degrees(let value): return .degrees(letter == positive ? value : -value)
        case .outside(let value, _): return .outside(value, text: text)
        case .unreadable, .missing: return .unreadable(text: text)
        }
    }
}
