internal import Model

extension JSONDialect {
    /// The days of Garmin's account export, `DI-Connect-Aggregator/UDSFile_….json`
    /// (FORMATS.md §1.7).
    ///
    ///     [{"calendarDate":"2026-11-02","totalSteps":8123, …}]
    ///
    /// Totals of civil days; a day without `totalSteps` has none recorded.
    static let garminDays = JSONDialect(
        name: "garmin-days",
        recognises: { head, name in
            head.isArray
                && (head.names.isSuperset(of: ["calendarDate", "totalSteps"])
                    || head.isEmpty && name.hasPrefix("udsfile"))
        },
        open: { try GarminDayRecords($0) }
    )
}

/// Reads one record a day.
struct GarminDayRecords: JSONRecords {
    private let output: ReadingOutput
    private let source: CSVSources.Entry
    private var date = JSONField()
    private var steps = JSONField()

    init(_ opening: JSONOpening) throws {
        output = opening.output
        let sources = opening.sources(
            CSVSources.Style(defaultName: JSONDialect.garminDays.name, kind: .watch)
        )
        guard let source = sources.entry(named: UnsafeBufferPointer(start: nil, count: 0))
        else { throw JSONRefusal("there is no room for one more source") }
        self.source = source
    }

    var zone: String { "local days, \(source.clock.zones.first.name)" }
    let emptiness = "there is no day with a number of steps in it"
    let meanings = [
        ColumnMeaning(name: "calendarDate", meaning: "day"),
        ColumnMeaning(name: "totalSteps", meaning: "steps of the day"),
        ColumnMeaning(name: "everything else", meaning: "not used"),
    ]

    mutating func read(_ json: JSONTokenizer) throws {
        try json.forEachRecord(output) { place in
            date.clear()
            steps.clear()
            while try json.next() == .name {
                if json.isText("calendarDate") {
                    try date.read(json)
                } else if json.isText("totalSteps") {
                    try steps.read(json)
                } else {
                    try json.skipValue()
                }
            }
            take(place)
        }
    }

    private func take(_ place: TextPlace) {
        if steps.isNothing { return }
        guard let count = steps.wholeNumber, let total = Int32(exactly: count) else {
            return output.report(
                at: place,
                "\(steps.shown) is not a whole number of steps (\"totalSteps\")"
            )
        }
        guard let day = date.string.flatMap({ CivilDay(iso: $0) }) else {
            return output.report(
                at: place,
                "\(date.shown) is not a date as 2026-11-21 (\"calendarDate\")"
            )
        }
        let range = source.clock.range(of: day)
        output.take(
            StepReading(
                start: range.lowerBound,
                end: range.upperBound,
                steps: total,
                line: Int32(clamping: place.line),
                source: source.index
            ),
            at: place
        )
    }
}
