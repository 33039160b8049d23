import LinuxSystem
package import Model

/// What a file is, how each column is read, the first readings, every problem: `amble inspect`.
package enum InspectPage {
    /// Writes the page.
    ///
    /// - Parameters:
    ///   - inspection: the file.
    ///   - home: the zones in which times are shown.
    ///   - style: how it may look.
    /// - Returns: the lines, without their ends.
    package static func lines(
        _ inspection: Inspection,
        home: HomeZones,
        style: PageStyle
    ) -> [String] {
        let clock = HomeClock(home)
        return [style.strong(FilesPage.path(inspection.file))]
            + facts(inspection, clock)
            + section("Columns", columns(inspection.report.columns))
            + section("Exports in it", members(inspection, home: home, style: style))
            + section("First readings", inspection.preview.map { reading($0, clock) })
            + section("Problems", problems(inspection))
    }

    private static func facts(_ inspection: Inspection, _ clock: HomeClock) -> [String] {
        let file = inspection.file
        let span = file.from.flatMap { from in
            file.to.map { "\(clock.dateAndTime(from)) to \(clock.dateAndTime($0))" }
        }
        let facts: [(name: String, value: String?)] = [
            ("kind", kind(inspection)),
            ("result", result(file.outcome)),
            ("size", "\(Decimals.grouped(file.bytes)) bytes"),
            ("SHA-256", file.sha256),
            ("text", inspection.report.encoding),
            ("times", inspection.report.zone),
            ("readings", Decimals.grouped(file.readings)),
            ("from", span),
            ("end", inspection.report.endsEarly ? "breaks off, as if still being written" : nil),
        ]
        var table = TextTable([.left, .left])
        for case (let name, let value?) in facts where !value.isEmpty {
            table.add(["  " + name, value.escapingControlCharacters])
        }
        return table.lines
    }

    /// The name by which `amble files` tells it, and what a person calls it.
    private static func kind(_ inspection: Inspection) -> String {
        guard let dialect = inspection.file.dialect else { return "no known export" }
        return dialect + (inspection.title.map { ": \($0)" } ?? "")
    }

    private static func result(_ outcome: FileOutcome) -> String {
        switch outcome {
        case .taken: "would be taken"
        case .known: "taken already"
        case .partly: "would be taken in part"
        case .refused: "would be refused"
        case .waiting: "would have to wait"
        }
    }

    private static func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", title] + lines.map { "  " + $0 }
    }

    private static func columns(_ columns: [ColumnMeaning]) -> [String] {
        var table = TextTable([.left, .left])
        for column in columns {
            table.add([
                column.name.escapingControlCharacters, column.meaning.escapingControlCharacters,
            ])
        }
        return table.lines
    }

    private static func reading(_ reading: PreviewReading, _ clock: HomeClock) -> String {
        let place = reading.line > 0 ? "line \(reading.line): " : ""
        let time =
            reading.start == reading.end
            ? clock.rfc3339(reading.start)
            : "\(clock.rfc3339(reading.start)) to \(clock.rfc3339(reading.end))"
        return place + time + "  " + value(reading.value) + "  "
            + reading.source.escapingControlCharacters
    }

    private static func value(_ value: PreviewReading.Value) -> String {
        switch value {
        case .steps(let steps): "\(Decimals.grouped(steps)) steps"
        case .counter(let count): "counter at \(count)"
        case .position(let latitude, let longitude):
            Decimals.text(latitude, digits: 9) + ", " + Decimals.text(longitude, digits: 9)
        case .declared(let moving): "walk of \(moving.decimalMinutes) min"
        case .diary(let entry): "\(entry.word) \(entry.value)"
        }
    }

    private static func members(
        _ inspection: Inspection,
        home: HomeZones,
        style: PageStyle
    ) -> [String] {
        guard !inspection.members.isEmpty else { return [] }
        return FilesPage.lines(inspection.members, home: home, style: style)
    }

    private static func problems(_ inspection: Inspection) -> [String] {
        let problems = inspection.report.problems
        let name = FilesPage.path(inspection.file)
        let rest = problems.count - problems.first.count
        return problems.first.map { ProblemWords.line($0, in: name) }
            + (rest > 0 ? ["and \(counted(rest, "more problem"))"] : [])
    }
}
