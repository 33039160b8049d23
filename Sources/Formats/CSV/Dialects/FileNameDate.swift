internal import Model

/// Dates in the names of files: some exports write theirs nowhere else.
enum FileNameDate {
    /// The different dates `YYYY-MM-DD` in a name, as far as the calendar has them.
    static func dates(in name: String) -> Set<CivilDay> {
        let bytes = Array(name.utf8)
        var dates: Set<CivilDay> = []
        for start in bytes.indices where start + 10 <= bytes.count {
            let isInsideNumber = start > 0 && isDigit(bytes[start - 1])
            let goesOn = start + 10 < bytes.count && isDigit(bytes[start + 10])
            guard !isInsideNumber, !goesOn else { continue }
            let text = String(decoding: bytes[start..<start + 10], as: UTF8.self)
            if let day = CivilDay(iso: text) { dates.insert(day) }
        }
        return dates
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
