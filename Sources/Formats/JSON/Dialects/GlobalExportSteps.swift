internal import Model

extension JSONDialect {
    /// The minutes of a Fitbit or Google Health Takeout, `Global Export Data/steps-YYYY-MM-DD.json`
    /// (FORMATS.md §1.2).
    ///
    ///     [{"dateTime":"09/26/26 20:16:00","value":"0"}]
    ///
    /// Local wall time, month first, of the tracker's zone; one entry a minute. Distances, calories
    /// and heights stand in files of the very same form, so the name must speak of steps.
    static let globalExportSteps = JSONDialect(
        name: "fitbit-minutes",
        recognises: { head, name in
            head.isArray
                && (head.names.isSuperset(of: ["dateTime", "value"])
                    || head.isEmpty && name.hasPrefix("steps"))
        },
        open: { opening in
            guard opening.fileName.hasPrefix("steps") else {
                throw JSONRefusal(
                    "a file of Fitbit's Global Export Data says only in its name what it counts,"
                        + " and this name does not say steps; if it holds steps, give it back its"
                        + " name, for example steps-2026-09-26.json"
                )
            }
            return try GlobalExportMinutes(opening)
        }
    )
}

/// Reads one entry a minute.
struct GlobalExportMinutes: JSONRecords {
    private static let minute: Int64 = 60_000

    private let output: ReadingOutput
    private let source: CSVSources.Entry
    private var time = JSONField()
    private var value = JSONField()

    init(_ opening: JSONOpening) throws {
        output = opening.output
        let sources = opening.sources(
            CSVSources.Style(
                defaultName: JSONDialect.globalExportSteps.name,
                kind: .watch,
                omitsZeros: true
            )
        )
        guard let source = sources.entry(named: UnsafeBufferPointer(start: nil, count: 0))
        else { throw JSONRefusal("there is no room for one more source") }
        self.source = source
    }

    var zone: String { "local time, \(source.clock.zones.first.name)" }
    let emptiness = "there are no minutes in it"
    let meanings = [
        ColumnMeaning(name: "dateTime", meaning: "minute, month first"),
        ColumnMeaning(name: "value", meaning: "steps"),
    ]

    mutating func read(_ json: JSONTokenizer) throws {
        try json.forEachRecord(output) { place in
            time.clear()
            value.clear()
            while try json.next() == .name {
                if json.isText("dateTime") {
                    try time.read(json)
                } else if json.isText("value") {
                    try value.read(json)
                } else {
                    try json.skipValue()
                }
            }
            take(place)
        }
    }

    private func take(_ place: TextPlace) {
        guard let count = value.wholeNumber, let steps = Int32(exactly: count) else {
            return output.report(
                at: place,
                "\(value.shown) is not a whole number of steps (\"value\")"
            )
        }
        guard let wall = time.parse(MonthFirstTime.wall) else {
            return output.report(
                at: place,
                "\(time.shown) is not a time as 09/26/26 20:16:00, month first (\"dateTime\")"
            )
        }
        let (start, flags) = source.clock.begin(wall, length: Self.minute)
        output.take(
            StepReading(
                start: start,
                end: start.advanced(by: Self.minute),
                steps: steps,
                line: Int32(clamping: place.line),
                source: source.index,
                flags: flags
            ),
            at: place
        )
    }
}

/// Reads `MM/dd/yy HH:mm:ss`, which is month first by the definition of its dialect.
enum MonthFirstTime {
    /// What the clock on the wall shows, in milliseconds of a clock in UTC; years mean 2000–2099.
    static func wall(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        var cursor = ByteCursor(text)
        let slash = UInt8(ascii: "/")
        let colon = UInt8(ascii: ":")
        guard let month = cursor.twoDigits(), cursor.skip(slash), let day = cursor.twoDigits(),
            cursor.skip(slash), let year = cursor.twoDigits(), cursor.skip(0x20),
            let hour = cursor.twoDigits(), cursor.skip(colon), let minute = cursor.twoDigits(),
            cursor.skip(colon), let second = cursor.twoDigits(), cursor.isAtEnd, hour < 24,
            minute < 60, second < 60,
            let date = CivilDay(year: 2000 + year, month: month, day: day)
        else { return nil }
        let clock = Int64((hour * 60 + minute) * 60 + second) * 1000
        return Int64(date.daysSinceEpoch) * 86_400_000 + clock
    }
}
