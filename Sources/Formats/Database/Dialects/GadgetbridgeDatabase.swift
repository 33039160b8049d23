internal import Model

extension DatabaseDialect {
    /// The database of Gadgetbridge, as its data management exports it (FORMATS.md §1.11).
    ///
    /// Each family of devices has a table of its own; what they share are `TIMESTAMP` (seconds since
    /// 1970), `DEVICE_ID`, `USER_ID` and `STEPS`. What `STEPS` counts differs from table to table, so
    /// only those are read of which that is known.
    static let gadgetbridge = DatabaseDialect(
        name: "gadgetbridge",
        recognises: { database in
            database.has("DEVICE", "_id", "NAME", "IDENTIFIER")
                && database.names.contains { name in
                    name.uppercased().hasSuffix("_SAMPLE")
                        && database.has(name, "TIMESTAMP", "DEVICE_ID", "USER_ID")
                }
        },
        open: { GadgetbridgeSamples($0) }
    )
}

/// What the steps of a table of Gadgetbridge are.
enum GadgetbridgeCounting: Hashable {
    /// Steps of the minute that begins at `TIMESTAMP`.
    case minutes
    /// Steps from `TIMESTAMP` to `OTHER_TIMESTAMP`; a row whose other time is earlier is an end.
    case spans
    /// Steps of as many seconds as `DURATION` says.
    case durations
    /// Steps since the day began.
    case today

    /// The tables of which it is known, from the code of Gadgetbridge that writes and shows them.
    static let known: [String: GadgetbridgeCounting] = [
        "CMF_ACTIVITY_SAMPLE": .today,
        "GARMIN_ACTIVITY_SAMPLE": .today,
        "HUAMI_EXTENDED_ACTIVITY_SAMPLE": .minutes,
        "HUAWEI_ACTIVITY_SAMPLE": .spans,
        "HYBRID_HRACTIVITY_SAMPLE": .minutes,
        "MI_BAND_ACTIVITY_SAMPLE": .minutes,
        "PEBBLE_HEALTH_ACTIVITY_SAMPLE": .minutes,
        "WENA3_ACTIVITY_SAMPLE": .minutes,
        "WITHINGS_STEEL_HRACTIVITY_SAMPLE": .durations,
        "XIAOMI_ACTIVITY_SAMPLE": .minutes,
    ]

    /// The column that says how long a row is, where there is one.
    var lengthColumn: String? {
        switch self {
        case .minutes, .today: nil
        case .spans: "OTHER_TIMESTAMP"
        case .durations: "DURATION"
        }
    }

    /// What `STEPS` is, for `amble inspect`.
    var meaning: String {
        switch self {
        case .minutes: "steps of a minute"
        case .spans, .durations: "steps"
        case .today: "steps since midnight"
        }
    }
}

/// Reads the tables of one database of Gadgetbridge.
struct GadgetbridgeSamples: DatabaseRecords {
    private let opening: DatabaseOpening
    private let output: ReadingOutput
    private let devices: GadgetbridgeDevices
    private var people: Set<Int64> = []

    init(_ opening: DatabaseOpening) {
        self.opening = opening
        output = opening.output
        devices = GadgetbridgeDevices(opening)
    }

    private(set) var meanings: [ColumnMeaning] = []
    var zone: String { "UTC; days of counters in \(opening.context.home.first.name)" }
    let emptiness = "there are no steps in this database of Gadgetbridge"

    mutating func read() throws {
        let database = opening.database
        try devices.read()
        for name in database.names {
            guard let table = database[name],
                table.definition.has("TIMESTAMP", "DEVICE_ID", "USER_ID", "STEPS")
            else { continue }
            let counting = GadgetbridgeCounting.known[name.uppercased()]
            if let counting, counting.lengthColumn.map({ table.definition.has($0) }) ?? true {
                try read(table, counting)
            } else if name.uppercased().hasSuffix("_SAMPLE"), !Self.isSummary(name) {
                try passOver(table)
            }
        }
        guard people.count <= 1 else {
            throw DatabaseRefusal(
                "the database has the steps of \(people.count) people (column \"USER_ID\"), and"
                    + " Amble counts those of one; export that of one person"
            )
        }
        meanings.append(ColumnMeaning(name: "everything else", meaning: "not used"))
    }

    private mutating func read(
        _ table: Database.Table,
        _ counting: GadgetbridgeCounting
    ) throws {
        let length = counting.lengthColumn
        let columns = ["TIMESTAMP", "DEVICE_ID", "USER_ID", "STEPS"] + (length.map { [$0] } ?? [])
        var rows = GadgetbridgeSampleRows(table.name, counting, devices, output)
        var mostPeople = people
        try opening.database.forEachRow(of: table, columns, output) { row in
            if let steps = rows.take(row), steps > 0, let person = row.cells[2].wholeNumber,
                mostPeople.count < 1000
            {
                mostPeople.insert(person)
            }
            return true
        }
        rows.finish()
        people = mostPeople
        guard rows.hasRows else { return }
        meanings += [
            ColumnMeaning(name: "\(table.name) TIMESTAMP", meaning: "time, UTC"),
            ColumnMeaning(name: "\(table.name) DEVICE_ID", meaning: "source"),
            ColumnMeaning(name: "\(table.name) STEPS", meaning: counting.meaning),
        ]
        if let length {
            meanings.append(ColumnMeaning(name: "\(table.name) \(length)", meaning: "length"))
        }
    }

    /// Whether a table holds sums of steps that stand in another one.
    private static func isSummary(_ name: String) -> Bool {
        name.uppercased().hasSuffix("_SUMMARY_SAMPLE")
    }

    /// Says that a table is not read, if it has steps.
    private func passOver(_ table: Database.Table) throws {
        var found: DatabaseRow?
        try opening.database.forEachRow(of: table, ["STEPS"], output) { row in
            guard let steps = row.cells[0].wholeNumber, steps > 0 else { return true }
            found = row
            return false
        }
        guard let found else { return }
        output.report(
            at: found.place,
            "the table \(ShownText.quoted(table.name.utf8)) is not read: of this device nobody has"
                + " established how long the time is that its steps were counted in"
        )
    }
}
