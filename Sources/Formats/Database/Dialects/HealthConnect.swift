internal import Model

extension DatabaseDialect {
    /// What Health Connect of Android exports: one SQLite database in a zip (FORMATS.md §1.16).
    ///
    ///     steps_record_table               start_time, end_time (milliseconds since 1970), count
    ///     exercise_session_record_table    start_time, end_time, exercise_type
    ///
    /// Many apps write the same steps. Each app, with each device it names, is a source, and sources
    /// are never added.
    static let healthConnect = DatabaseDialect(
        name: "health-connect",
        recognises: { database in
            database.has("application_info_table", "row_id", "package_name")
                && (database.has("steps_record_table", "start_time", "end_time", "count")
                    || database.has("exercise_session_record_table", "start_time", "exercise_type"))
        },
        open: { HealthConnectRecords($0) }
    )
}

/// Reads the steps and walks of one export of Health Connect.
struct HealthConnectRecords: DatabaseRecords {
    private static let steps = "steps_record_table"
    private static let sessions = "exercise_session_record_table"

    private let opening: DatabaseOpening
    private let output: ReadingOutput
    private let sources: HealthConnectSources

    init(_ opening: DatabaseOpening) {
        self.opening = opening
        output = opening.output
        sources = HealthConnectSources(opening)
    }

    private(set) var meanings: [ColumnMeaning] = []
    let zone = "UTC"
    let emptiness = "there are no step counts and no walks in this export of Health Connect"

    mutating func read() throws {
        try sources.read()
        if let table = opening.database[Self.steps] { try readSteps(table) }
        if let table = opening.database[Self.sessions] { try readSessions(table) }
        meanings.append(ColumnMeaning(name: "everything else", meaning: "not used"))
    }

    private mutating func readSteps(_ table: Database.Table) throws {
        var columns = ["start_time", "end_time", "app_info_id", "count"]
        guard columns.allSatisfy({ table.definition.has($0) }) else {
            throw Self.missing(Self.steps)
        }
        let device = table.definition.has("device_info_id") ? columns.count : nil
        if device != nil { columns.append("device_info_id") }
        try opening.database.forEachRow(of: table, columns, output) { row in
            takeSteps(row, device: device)
            return true
        }
        meanings += [
            ColumnMeaning(name: "\(Self.steps) start_time", meaning: "start, UTC"),
            ColumnMeaning(name: "\(Self.steps) end_time", meaning: "end, UTC"),
            ColumnMeaning(name: "\(Self.steps) count", meaning: "steps"),
            ColumnMeaning(name: "\(Self.steps) app_info_id", meaning: "source"),
        ]
        if device != nil {
            meanings.append(
                ColumnMeaning(name: "\(Self.steps) device_info_id", meaning: "source")
            )
        }
    }

    private func takeSteps(_ row: DatabaseRow, device: Int?) {
        let count = row.cells[3]
        guard count != .null, count != .integer(-1) else { return }
        guard let number = count.wholeNumber, let steps = Int32(exactly: number), steps >= 0 else {
            return report(row, "\(count.shown) is not a number of steps", "count", Self.steps)
        }
        guard let span = span(row, device: device, Self.steps) else { return }
        output.take(
            StepReading(
                start: span.start,
                end: span.end,
                steps: steps,
                line: Int32(clamping: row.number),
                source: span.source
            ),
            at: row.place
        )
    }

    private static func missing(_ table: String) -> DatabaseRefusal {
        DatabaseRefusal(
            "the table \"\(table)\" lacks columns that every known version of Health Connect has"
        )
    }
}

// MARK: - Walks

extension HealthConnectRecords {
    private mutating func readSessions(_ table: Database.Table) throws {
        var columns = ["start_time", "end_time", "app_info_id", "exercise_type", "row_id"]
        guard columns.allSatisfy({ table.definition.has($0) }) else {
            throw Self.missing(Self.sessions)
        }
        let device = table.definition.has("device_info_id") ? columns.count : nil
        if device != nil { columns.append("device_info_id") }
        let pauses = try HealthConnectPauses(opening)
        try opening.database.forEachRow(of: table, columns, output) { row in
            takeSession(row, device: device, pauses)
            return true
        }
        meanings += [
            ColumnMeaning(name: "\(Self.sessions) start_time", meaning: "start of a walk, UTC"),
            ColumnMeaning(name: "\(Self.sessions) end_time", meaning: "end of a walk, UTC"),
            ColumnMeaning(name: "\(Self.sessions) exercise_type", meaning: "what it was"),
        ]
        if pauses.areKnown {
            meanings.append(
                ColumnMeaning(name: HealthConnectPauses.table, meaning: "pauses of a walk")
            )
        }
    }

    private func takeSession(_ row: DatabaseRow, device: Int?, _ pauses: HealthConnectPauses) {
        switch HealthConnectExercise(row.cells[3]) {
        case .walk: break
        case .other: return
        case .unknown:
            return report(
                row,
                "\(row.cells[3].shown) is no kind of exercise that Amble knows, so it is not taken"
                    + " for a walk",
                "exercise_type",
                Self.sessions
            )
        }
        guard let span = span(row, device: device, Self.sessions) else { return }
        let whole = max(0, span.start.milliseconds(to: span.end))
        guard let pause = pause(of: row, span, whole, pauses) else { return }
        let walk = DeclaredReading(
            start: span.start,
            end: span.end,
            moving: Milliseconds(whole - pause),
            steps: nil,
            line: Int32(clamping: row.number),
            source: span.source
        )
        output.take(walk, at: row.place)
    }

    /// How long a walk paused, in milliseconds; nothing when that is not known, now reported.
    private func pause(
        of row: DatabaseRow,
        _ span: Span,
        _ whole: Int64,
        _ pauses: HealthConnectPauses
    ) -> Int64? {
        guard pauses.areWhole else {
            let fault = "the walk may have had pauses that could not be read; it is not taken"
            report(row, fault, "row_id", Self.sessions)
            return nil
        }
        guard let number = row.cells[4].wholeNumber else {
            report(row, "\(row.cells[4].shown) is no number", "row_id", Self.sessions)
            return nil
        }
        guard let own = pauses[number] else { return 0 }
        guard own.start >= span.start.milliseconds, own.end <= span.end.milliseconds else {
            report(row, "the pauses of the walk lie outside of it", "row_id", Self.sessions)
            return nil
        }
        guard own.length < whole else {
            let fault = "the pauses of the walk are as long as all of it"
            report(row, fault, "row_id", Self.sessions)
            return nil
        }
        return own.length
    }
}

// MARK: - What both tables have

extension HealthConnectRecords {
    private struct Span {
        let start: Instant
        let end: Instant
        let source: SourceIndex
    }

    /// Milliseconds since 1970 in the years 1 to 9999.
    private static let years: Range<Int64> = -62_135_596_800_000..<253_402_300_800_000

    /// The times and the source of a row that begins with `start_time`, `end_time` and `app_info_id`.
    private func span(_ row: DatabaseRow, device: Int?, _ table: String) -> Span? {
        guard let start = time(row, 0, "start_time", table),
            let end = time(row, 1, "end_time", table)
        else { return nil }
        let maker = device.map { row.cells[$0] } ?? .null
        guard maker == .null || maker.wholeNumber != nil else {
            report(row, "\(maker.shown) is no number of a device", "device_info_id", table)
            return nil
        }
        guard let app = row.cells[2].wholeNumber,
            let source = sources.index(app: app, device: maker.wholeNumber)
        else {
            report(row, "\(row.cells[2].shown) is no app that has a name", "app_info_id", table)
            return nil
        }
        return Span(start: start, end: end, source: source)
    }

    private func time(
        _ row: DatabaseRow,
        _ index: Int,
        _ column: String,
        _ table: String
    ) -> Instant? {
        if let time = row.cells[index].wholeNumber, Self.years.contains(time) {
            return Instant(milliseconds: time)
        }
        let fault = "\(row.cells[index].shown) is no time in milliseconds since 1970"
        report(row, fault, column, table)
        return nil
    }

    private func report(_ row: DatabaseRow, _ what: String, _ column: String, _ table: String) {
        output.report(at: row.place, "\(what) (column \"\(column)\" of the table \"\(table)\")")
    }
}
