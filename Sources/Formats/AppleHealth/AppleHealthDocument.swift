internal import Model

/// Reads the `export.xml` of Apple Health (FORMATS.md §1.6).
///
///     HealthData › Record type="HKQuantityTypeIdentifierStepCount"   a count of steps
///     HealthData › Workout workoutActivityType="…Walking"            a walk that was declared
///
/// A file of a gigabyte holds millions of records of other types, so the type is looked at first
/// and nothing else of them. Records inside correlations stand outside of them again and are not
/// taken twice. Phone and watch both count the same minutes, each as a source of its own.
final class AppleHealthDocument: XMLDocument {
    /// The name of the dialect.
    static let dialect = "apple-health"

    private let output: ReadingOutput
    private let sources: CSVSources
    private var times = AppleTime()
    private var isInside = false
    private var hasSteps = false
    private var hasWalks = false

    /// Prepares to read one file.
    init(context: FileContext, into sink: any ReadingSink) {
        output = ReadingOutput(sink, plausibility: context.plausibility)
        sources = CSVSources(
            sink,
            context: context,
            style: CSVSources.Style(defaultName: Self.dialect, omitsZeros: true)
        )
    }

    func open(_ element: XMLElement) -> XMLInterest {
        guard isInside else {
            isInside = true
            return .children
        }
        if element.isNamed("Record") {
            let type = element.value(of: "type")
            if let type, type == "HKQuantityTypeIdentifierStepCount" { takeSteps(element) }
        } else if element.isNamed("Workout") {
            takeWorkout(element)
        }
        return .nothing
    }

    func close(text: Span<UInt8>) {}

    func finish() {
        output.finish()
    }

    func report(_ ending: XMLReader.Ending) -> FormatReport {
        if let problem = ending.problem { output.report(at: problem.place, problem.message) }
        var report = output.report(
            dialect: Self.dialect,
            emptiness: "there are no step counts and no walks in this export of Apple Health"
        )
        report.endsEarly = ending.problem?.cause == .truncated
        report.encoding = ending.encoding
        report.zone = "each time says its own"
        report.columns = columns
        return report
    }

    private var columns: [ColumnMeaning] {
        var columns: [ColumnMeaning] = []
        if hasSteps {
            columns += [
                ColumnMeaning(name: "Record sourceName", meaning: "source"),
                ColumnMeaning(name: "Record startDate", meaning: "start"),
                ColumnMeaning(name: "Record endDate", meaning: "end"),
                ColumnMeaning(name: "Record value", meaning: "steps, in records of step counts"),
            ]
        }
        if hasWalks {
            columns += [
                ColumnMeaning(name: "Workout startDate", meaning: "start of a walk"),
                ColumnMeaning(name: "Workout endDate", meaning: "end of a walk"),
                ColumnMeaning(name: "Workout duration", meaning: "time in motion"),
            ]
        }
        return columns + [ColumnMeaning(name: "everything else", meaning: "not used")]
    }
}

// MARK: - Records of steps

extension AppleHealthDocument {
    private func takeSteps(_ element: XMLElement) {
        hasSteps = true
        let place = element.place
        guard let unit = element.value(of: "unit"), unit == "count" else {
            let shown = quoted(element.value(of: "unit"))
            return output.report(at: place, "\(shown) is not the unit of steps, count")
        }
        guard let value = element.value(of: "value"), let steps = value.wholeNumber else {
            let shown = quoted(element.value(of: "value"))
            return output.report(at: place, "\(shown) is not a whole number of steps (value)")
        }
        guard let start = time(element, "startDate", place),
            let end = time(element, "endDate", place),
            let source = source(element, place)
        else { return }
        output.take(
            StepReading(
                start: start,
                end: end,
                steps: steps,
                line: Int32(clamping: place.line),
                source: source
            ),
            at: place
        )
    }

    private func time(
        _ element: XMLElement,
        _ name: StaticString,
        _ place: TextPlace
    ) -> Instant? {
        let value = element.value(of: name)
        if let time = value.flatMap({ times.instant($0) }) { return time }
        let form = "2026-11-21 07:02:00 +0100"
        output.report(at: place, "\(quoted(value)) is not a time as \(form) (\(name))")
        return nil
    }

    private func source(_ element: XMLElement, _ place: TextPlace) -> SourceIndex? {
        let name = element.value(of: "sourceName")
        let entry = name?.withBytes { bytes in
            sources.entry(named: bytes.withoutBlanks) { Self.kind(ofDevice: element) }
        }
        if let entry = entry ?? nil { return entry.index }
        output.report(at: place, "\(quoted(name)) \(CSVOutput.Fault.source) (sourceName)")
        return nil
    }

    /// The kind that the description of the device tells: `… name:iPhone, … hardware:iPhone11,8>`.
    private static func kind(ofDevice element: XMLElement) -> SourceKind {
        guard let device = element.string(of: "device")?.lowercased() else { return .unknown }
        if device.contains("watch") { return .watch }
        return device.contains("iphone") ? .phone : .unknown
    }

    private func quoted(_ text: XMLText?) -> String {
        guard let text else { return "a missing value" }
        return text.withBytes { ShownText.quoted($0) }
    }
}

// MARK: - Workouts

extension AppleHealthDocument {
    private func takeWorkout(_ element: XMLElement) {
        let type = element.string(of: "workoutActivityType") ?? ""
        switch AppleWorkoutType(type) {
        case .walk: break
        case .other: return
        case .unknown:
            let shown = ShownText.quoted(type.utf8)
            let fault = "is no kind of workout that Amble knows, so it is not taken for a walk"
            return output.report(at: element.place, "\(shown) \(fault)")
        }
        hasWalks = true
        let place = element.place
        guard let start = time(element, "startDate", place),
            let end = time(element, "endDate", place),
            let moving = moving(element, from: start, to: end, place),
            let source = source(element, place)
        else { return }
        let walk = DeclaredReading(
            start: start,
            end: end,
            moving: moving,
            steps: nil,
            line: Int32(clamping: place.line),
            source: source
        )
        output.take(walk, at: place)
    }

    /// The time in motion: `duration` leaves pauses out.
    private func moving(
        _ element: XMLElement,
        from start: Instant,
        to end: Instant,
        _ place: TextPlace
    ) -> Milliseconds? {
        let whole = start.milliseconds(to: end)
        guard let text = element.value(of: "duration") else { return Milliseconds(whole) }
        guard
            let duration = AppleDuration.milliseconds(text, unit: element.value(of: "durationUnit"))
        else {
            let fault = "is not a length of time in the unit that stands beside it (duration)"
            output.report(at: place, "\(quoted(text)) \(fault)")
            return nil
        }
        // Times are cut to seconds, durations are not.
        guard duration <= max(0, whole) + 1000 else {
            output.report(at: place, "the walk is longer than from its start to its end (duration)")
            return nil
        }
        return Milliseconds(min(duration, max(0, whole)))
    }
}
