internal import Model

extension JSONDialect {
    /// A stream of Google Fit, `Fit/All Data/….json` (FORMATS.md §1.4).
    ///
    ///     {"Data Source":"derived:com.google.step_count.delta:…","Data Points":[{…}]}
    ///
    /// The data source names the stream, and what type of data it is. One walk stands in several
    /// streams: raw ones, those of each device, and the merged ones that the app shows. The merged
    /// ones count first; the others are copies of what they hold.
    static let googleFitData = JSONDialect(
        name: "google-fit-data",
        recognises: { head, _ in
            !head.isArray && head.names.contains("Data Source")
                && (head.names.contains("Data Points") || head.fault != nil)
        },
        open: { opening in
            let stream = try GoogleFitStream(opening.source)
            return try GoogleFitPoints(opening, stream)
        }
    )
}

/// The name of a stream of Google Fit: `derived:com.google.step_count.delta:…:merge_step_deltas`.
struct GoogleFitStream {
    /// The whole name.
    let name: String
    /// The type of its data.
    let dataType: String

    /// Looks for the name of the stream, wherever it stands among the members.
    ///
    /// - Throws: `JSONRefusal` when there is none, or what the source throws.
    init(_ source: any ByteSource) throws {
        guard let name = try Self.name(in: source) else {
            throw JSONRefusal("the export of Google Fit does not say what its points are")
        }
        self.init(name: name)
    }

    init(name: String) {
        self.name = name
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        dataType = parts.count > 1 ? String(parts[1]) : ""
    }

    /// Whether it holds what all the others do, put together by Google.
    var isMerged: Bool {
        name.contains(":com.google.android.gms:")
            && (name.hasSuffix(":estimated_steps") || name.hasSuffix(":merge_step_deltas"))
    }

    private static func name(in source: any ByteSource) throws -> String? {
        let json = JSONTokenizer(source)
        var field = JSONField()
        do {
            guard try json.next() == .beginObject else { return nil }
            while try json.next() == .name {
                if json.isText("Data Source") {
                    try field.read(json)
                    return field.string
                }
                try json.skipValue()
            }
        } catch is JSONFault {
            // Where the text breaks is told when it is read.
        }
        return nil
    }
}

/// Reads the points of a stream: steps between two instants, or looks at a counter.
struct GoogleFitPoints: JSONRecords {
    private static let delta = "com.google.step_count.delta"
    private static let cumulative = "com.google.step_count.cumulative"

    private let output: ReadingOutput
    private let source: SourceIndex
    private let stream: GoogleFitStream
    private var start = JSONField()
    private var end = JSONField()
    private var dataType = JSONField()
    private var value = JSONField()
    private var values = 0
    private var hasName = false

    init(_ opening: JSONOpening, _ stream: GoogleFitStream) throws {
        guard stream.dataType == Self.delta || stream.dataType == Self.cumulative else {
            let shown = ShownText.quoted(stream.dataType.utf8)
            throw JSONRefusal("these are data of Google Fit of the type \(shown), and no steps")
        }
        output = opening.output
        self.stream = stream
        let style = CSVSources.Style(
            defaultName: JSONDialect.googleFitData.name,
            kind: stream.isMerged ? .unknown : .mirror,
            omitsZeros: true
        )
        let entry = Array(stream.name.utf8).withUnsafeBufferPointer {
            opening.sources(style).entry(named: $0)
        }
        guard let entry else {
            throw JSONRefusal("the name of its data source \(CSVOutput.Fault.source)")
        }
        source = entry.index
    }

    private var isCounter: Bool { stream.dataType == Self.cumulative }

    let zone = "UTC, in nanoseconds since 1970"
    let emptiness = "there are no data points in it"
    var meanings: [ColumnMeaning] {
        [
            ColumnMeaning(name: "Data Source", meaning: "source"),
            ColumnMeaning(name: "startTimeNanos", meaning: isCounter ? "not used" : "start"),
            ColumnMeaning(name: "endTimeNanos", meaning: isCounter ? "time" : "end"),
            ColumnMeaning(name: "intVal", meaning: isCounter ? "counter of steps" : "steps"),
            ColumnMeaning(name: "everything else", meaning: "not used"),
        ]
    }

    mutating func read(_ json: JSONTokenizer) throws {
        guard try json.next() == .beginObject else { return }
        while try json.next() == .name {
            if json.isText("Data Points") {
                try readPoints(json)
            } else if json.isText("Data Source") {
                guard !hasName else {
                    throw JSONRefusal(
                        "it names two data sources, so nobody knows whose points they are"
                    )
                }
                hasName = true
                try json.skipValue()
            } else {
                try json.skipValue()
            }
        }
    }

    private mutating func readPoints(_ json: JSONTokenizer) throws {
        try json.forEachRecord(output) { place in
            start.clear()
            end.clear()
            dataType.clear()
            value.clear()
            values = 0
            while try json.next() == .name {
                if json.isText("startTimeNanos") {
                    try start.read(json)
                } else if json.isText("endTimeNanos") {
                    try end.read(json)
                } else if json.isText("dataTypeName") {
                    try dataType.read(json)
                } else if json.isText("fitValue") {
                    try readValues(json)
                } else {
                    try json.skipValue()
                }
            }
            take(place)
        }
    }

    /// Reads `[{"value":{"intVal":12}}]`; only one number can be that of the steps.
    private mutating func readValues(_ json: JSONTokenizer) throws {
        let outside = json.depth
        repeat {
            guard try json.next() == .name, json.isText("intVal") else { continue }
            values += 1
            try value.read(json)
        } while json.depth > outside
    }
}

// MARK: - One point

extension GoogleFitPoints {
    private func take(_ place: TextPlace) {
        if !dataType.isNothing, dataType.string != stream.dataType {
            return output.report(
                at: place,
                "\(dataType.shown) is not the type of the stream (\"dataTypeName\")"
            )
        }
        guard values == 1, let count = value.wholeNumber else {
            let shown = values > 1 ? "a point with several values" : value.shown
            return output.report(at: place, "\(shown) is not a whole number of steps (\"intVal\")")
        }
        guard let to = instant(end, "endTimeNanos", place) else { return }
        let line = Int32(clamping: place.line)
        if isCounter {
            let look = CounterReading(time: to, value: count, line: line, source: source)
            return output.take(look, at: place)
        }
        guard let from = instant(start, "startTimeNanos", place) else { return }
        guard let steps = Int32(exactly: count) else {
            return output.report(at: place, "\(value.shown) \(CSVOutput.Fault.tooLarge)")
        }
        let reading = StepReading(start: from, end: to, steps: steps, line: line, source: source)
        output.take(reading, at: place)
    }

    private func instant(_ field: JSONField, _ name: String, _ place: TextPlace) -> Instant? {
        if let nanoseconds = field.wholeNumber {
            return Instant(milliseconds: nanoseconds / 1_000_000)
        }
        output.report(at: place, "\(field.shown) is not a number of nanoseconds (\"\(name)\")")
        return nil
    }
}
