package import Model

/// What `amble inspect` tells programs of a file: the file, its columns, its first readings.
package enum InspectionJSON {
    /// The line, without its end.
    package static func line(_ inspection: Inspection, home: HomeZones) -> String {
        let clock = HomeClock(home)
        let reading: JSONText.Members = [
            "encoding": known(inspection.report.encoding),
            "zone": known(inspection.report.zone),
            "columns": .array(inspection.report.columns.map(column)),
            "preview": .array(inspection.preview.map { preview($0, clock) }),
            "members": inspection.members.isEmpty
                ? nil : .array(inspection.members.map { member($0, clock) }),
        ]
        return JSONText.object(
            FileJSON.identity(inspection.file),
            FileJSON.content(inspection.file, clock),
            reading
        ).text
    }

    private static func member(_ file: SeenFile, _ clock: HomeClock) -> JSONText {
        .object(FileJSON.identity(file), FileJSON.content(file, clock))
    }

    private static func known(_ text: String) -> JSONText? {
        text.isEmpty ? nil : .string(text)
    }

    private static func column(_ column: ColumnMeaning) -> JSONText {
        .object(["name": .string(column.name), "meaning": .string(column.meaning)])
    }

    private static func preview(_ reading: PreviewReading, _ clock: HomeClock) -> JSONText {
        let place: JSONText.Members = [
            "line": reading.line > 0 ? .number(reading.line) : nil,
            "start": .string(clock.rfc3339(reading.start)),
            "end": .string(clock.rfc3339(reading.end)),
        ]
        return .object(place, value(reading.value), ["source": .string(reading.source)])
    }

    private static func value(_ value: PreviewReading.Value) -> JSONText.Members {
        switch value {
        case .steps(let steps): ["steps": .number(steps)]
        case .counter(let count): ["counter": .number(count)]
        case .position(let latitude, let longitude):
            [
                "latitude": .degrees(nanodegrees: latitude),
                "longitude": .degrees(nanodegrees: longitude),
            ]
        case .declared(let moving): ["minutes": .tenths(moving.tenthsOfMinute)]
        case .diary(let entry): ["entry": .string(entry.word), "value": .string(entry.value)]
        }
    }
}
