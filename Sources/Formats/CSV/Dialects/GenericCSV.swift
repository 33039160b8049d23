internal import Model

extension CSVDialect {
    /// Steps by time, as people and small programs write them.
    ///
    /// It has no list of words of its own: the header is understood column by column, after all
    /// other dialects have said that the file is not theirs.
    static let generic = CSVDialect(
        name: "generic",
        title: "a table with a column of times and one of steps",
        headers: [],
        style: CSVSources.Style(defaultName: "generic"),
        open: { opening in
            let opening = opening.under(try GenericTranslation.header(opening.header))
            guard
                let columns = try GenericColumns.find(
                    in: opening.header,
                    fileName: opening.fileName
                )
            else { return nil }
            return try GenericRows(opening, columns, wallTimes: wallTimes(in: opening, columns))
        }
    )

    private static func wallTimes(
        in opening: CSVOpening,
        _ columns: GenericColumns
    ) throws(CSVRefusal) -> GenericRows.WallTimes {
        let header = opening.header
        if header.keys[columns.time].contains("utc") || header.units[columns.time] == "utc" {
            return .utc
        }
        guard let zone = header.keys.firstIndex(where: GenericColumns.zones.contains) else {
            return .local
        }
        let times = opening.samples(of: columns.time)
        guard times.allSatisfy({ !isWall($0) }) else {
            throw GenericColumns.refusal(
                header,
                [zone],
                "says the zone of times in a way that is not known: write each time with its offset"
            )
        }
        return .refused
    }

    private static func isWall(_ text: String) -> Bool {
        let value = Array(text.utf8).withUnsafeBufferPointer { cell in
            var reader = TimeText(order: .dayFirst)
            return reader.read(cell)
        }
        guard case .time(let time) = value else { return value == .contradiction }
        return time.kind != .instant
    }
}
