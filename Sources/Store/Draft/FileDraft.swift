package import Model

/// The readings of one file, packed while it is parsed, until they are stored or thrown away.
///
/// Ten years of minutes take about 15 MiB. One parse owns a draft; when the parse has ended it may
/// be handed to another queue.
package final class FileDraft: ReadingSink, @unchecked Sendable {
    // @unchecked: one owner at a time: the queue of the parse, then whoever stores it.

    /// How many sources a file may name (SESSIONS.md names no limit; a person has a handful).
    package static let maximumSources = 1000

    /// The sources that the file named, in the order of their indices.
    package private(set) var sources: [Source] = []
    private var indices: [String: SourceIndex] = [:]
    private var stepCollector = DayCollector<StepReading>()
    private var counterCollector = DayCollector<CounterReading>()
    private var declaredCollector = DayCollector<DeclaredReading>()
    private var trackCollector = TrackCollector()
    private var entries: Set<DiaryEntry> = []
    private var contents: Contents?

    /// What a sealed draft holds.
    struct Contents {
        let steps: [PackedDay]
        let counters: [PackedDay]
        let declared: [PackedDay]
        let segments: [PackedSegment]
        /// Entries of a diary, each once, in the order in which they apply.
        let entries: [DiaryEntry]
        let readings: Int64
        let from: Instant?
        let to: Instant?
    }

    /// Makes an empty draft.
    package init() {}

    package func index(of source: Source) -> SourceIndex? {
        if let known = indices[source.name] { return known }
        guard sources.count < Self.maximumSources else { return nil }
        let index = SourceIndex(sources.count)
        sources.append(source)
        indices[source.name] = index
        return index
    }

    package func take(steps: [StepReading]) {
        checkOpen()
        stepCollector.take(steps)
    }

    package func take(counters: [CounterReading]) {
        checkOpen()
        counterCollector.take(counters)
    }

    package func take(track: TrackPiece) {
        checkOpen()
        trackCollector.take(track)
    }

    package func take(declared: [DeclaredReading]) {
        checkOpen()
        declaredCollector.take(declared)
    }

    package func take(diary: [DiaryEntry]) {
        checkOpen()
        entries.formUnion(diary)
    }

    /// Readings that have a value or a place and a time, repeated ones once (COMMANDS.md §5); the
    /// entries of a diary are readings.
    ///
    /// Asking seals the draft: it takes nothing more. Points outside the Earth's coordinates have
    /// no place and do not count.
    package var readings: Int64 { sealed().readings }

    /// The least start of the readings; nothing without readings.
    ///
    /// Asking seals the draft.
    package var from: Instant? { sealed().from }

    /// The greatest end of the readings; nothing without readings.
    ///
    /// Asking seals the draft.
    package var to: Instant? { sealed().to }

    /// Ends the taking and says what was packed; asking again costs nothing.
    func sealed() -> Contents {
        if let contents { return contents }
        let steps = stepCollector.finish()
        let counters = counterCollector.finish()
        let declared = declaredCollector.finish()
        let days = [steps, counters, declared]
        let places = trackCollector.finishCounting()
        let entries = entries.sorted()
        let times = entries.map(\.time)
        let edges = [trackCollector.first, times.first].compactMap(\.self)
        let lasts = [trackCollector.last, times.last].compactMap(\.self)
        let firsts = days.lazy.joined().map(\.first) + edges
        let ends = days.lazy.joined().map(\.end) + lasts
        // A walk of a diary is there already, as a declared one.
        let others = entries.count { !$0.isWalk }
        let sealed = Contents(
            steps: steps,
            counters: counters,
            declared: declared,
            segments: trackCollector.finished(),
            entries: entries,
            readings: Int64(days.joined().reduce(places + others) { $0 + $1.keys }),
            from: firsts.min(),
            to: ends.max()
        )
        contents = sealed
        return sealed
    }

    private func checkOpen() {
        precondition(contents == nil, "a sealed draft takes no more readings")
    }
}

extension DiaryEntry {
    fileprivate var isWalk: Bool {
        if case .walk = content { true } else { false }
    }
}
