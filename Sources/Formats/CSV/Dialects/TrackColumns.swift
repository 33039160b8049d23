/// The columns of a position in degrees and metres.
struct TrackColumns {
    let latitude: Int
    let longitude: Int
    let elevation: Int?
    /// Whether degrees may be written with a decimal comma; those of a row then all are.
    var mayHaveDecimalComma = false

    /// The point in a row.
    func point(_ row: CSVRow) -> GPXPoint {
        var point = GPXPoint(at: row.place(of: latitude))
        point.latitude = number(row, latitude) { .init($0.span, limit: 90_000_000_000) }
        point.longitude = number(row, longitude) { .init($0.span, limit: 180_000_000_000) }
        if let elevation { number(row, elevation) { point.take(elevation: $0.span) } }
        return point
    }

    /// Reads a cell as it stands, or with its decimal comma made a point.
    func number<Value>(
        _ row: CSVRow,
        _ column: Int,
        _ read: (UnsafeBufferPointer<UInt8>) -> Value
    ) -> Value {
        let comma = UInt8(ascii: ",")
        guard mayHaveDecimalComma, row[latitude].contains(comma) else { return read(row[column]) }
        // What has both signs has thousands, and no number is made of it.
        let bytes = row[column].map { $0 == comma ? UInt8(ascii: ".") : $0 }
        return bytes.withUnsafeBufferPointer(read)
    }
}
