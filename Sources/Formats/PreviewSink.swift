package import Model

/// A sink that keeps nothing but what `amble inspect` shows: the first readings, how many there
/// are, when they were, and who counted.
///
/// One parse owns it.
package final class PreviewSink: ReadingSink {
    /// The most sources that one file may name.
    private static let sourceCapacity = 1000

    private var sources: [Source] = []
    /// The first readings in the order of the file, at most `Inspection.previewCapacity`.
    package private(set) var preview: [PreviewReading] = []
    /// How many readings there are, repeated ones each time.
    package private(set) var readings: Int64 = 0
    /// The least start of a reading.
    package private(set) var from: Instant?
    /// The greatest end of a reading.
    package private(set) var to: Instant?
    /// The names of the sources in the order in which the file names them.
    package var sourceNames: [String] { sources.map(\.name) }

    /// Makes an empty preview.
    package init() {}

    package func index(of source: Source) -> SourceIndex? {
        if let index = sources.firstIndex(where: { $0.name == source.name }) {
            return SourceIndex(exactly: index)
        }
        guard sources.count < Self.sourceCapacity else { return nil }
        sources.append(source)
        return SourceIndex(exactly: sources.count - 1)
    }

    package func take(steps: [StepReading]) {
        for step in steps {
            note(
                step.start,
                step.end,
                .steps(Int64(step.steps)),
                line: step.line,
                by: step.source
            )
        }
    }

    package func take(counters: [CounterReading]) {
        for sample in counters {
            note(
                sample.time,
                sample.time,
                .counter(sample.value),
                line: sample.line,
                by: sample.source
            )
        }
    }

    package func take(track: TrackPiece) {
        // A break in a track has a time but no place, and is no reading.
        for point in track.points where !point.flags.contains(.breaksChunk) {
            let value = PreviewReading.Value.position(
                latitude: point.latitude,
                longitude: point.longitude
            )
            note(point.time, point.time, value, line: point.line, by: track.source)
        }
    }

    package func take(declared: [DeclaredReading]) {
        for walk in declared {
            note(walk.start, walk.end, .declared(walk.moving), line: walk.line, by: walk.source)
        }
    }

    package func take(diary: [DiaryEntry]) {
        for entry in diary {
            // A walk comes as a declared one too, with its beginning.
            if case .walk = entry.content { continue }
            note(entry.time, entry.time, .diary(entry.content), line: 0, named: DiaryLayout.dialect)
        }
    }

    private func note(
        _ start: Instant,
        _ end: Instant,
        _ value: PreviewReading.Value,
        line: Int32,
        by source: SourceIndex
    ) {
        let isNamed = sources.indices.contains(Int(source))
        note(start, end, value, line: line, named: isNamed ? sources[Int(source)].name : nil)
    }

    private func note(
        _ start: Instant,
        _ end: Instant,
        _ value: PreviewReading.Value,
        line: Int32,
        named source: String?
    ) {
        readings += 1
        from = min(from ?? start, start)
        to = max(to ?? end, end)
        guard preview.count < Inspection.previewCapacity, let source else { return }
        preview.append(
            PreviewReading(line: line, start: start, end: end, value: value, source: source)
        )
    }
}
