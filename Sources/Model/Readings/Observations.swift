/// Observations of one person in a stretch of time, as the store gives them to the derivation.
///
/// The same key (source, start, end) may stand here several times, from several files; the larger
/// value holds (SESSIONS.md §8.1). Order carries no meaning.
package struct Observations: Sendable {
    /// The sources that the indices below point to.
    package var sources: [Source]
    /// The files that the indices below point to.
    package var files: [FileReference]
    /// Step counts.
    package var steps: [Observed<StepReading>]
    /// Counter samples.
    package var counters: [Observed<CounterReading>]
    /// Track segments, whole: the pieces of each are joined in order.
    package var tracks: [Observed<TrackPiece>]
    /// Declared walks.
    package var declared: [Observed<DeclaredReading>]
    /// The end of the last plausible record of each source, wherever it lies: whether a walk is
    /// still open depends on it (SESSIONS.md §8.4.8).
    ///
    /// As long as `sources`, or empty when the observations here are all there are.
    package var lastKnown: [Instant]

    /// Makes a set of observations.
    package init(
        sources: [Source] = [],
        files: [FileReference] = [],
        steps: [Observed<StepReading>] = [],
        counters: [Observed<CounterReading>] = [],
        tracks: [Observed<TrackPiece>] = [],
        declared: [Observed<DeclaredReading>] = [],
        lastKnown: [Instant] = []
    ) {
        self.sources = sources
        self.files = files
        self.steps = steps
        self.counters = counters
        self.tracks = tracks
        self.declared = declared
        self.lastKnown = lastKnown
    }
}

extension Observations {
    /// Adds the step readings of a file; the file's index points into `files`.
    ///
    /// Here and not where they are read: from another module each reading would be joined to its
    /// file by a call that looks up the types first, and ten years are millions of readings.
    package mutating func add(_ readings: [StepReading], of file: Int32) {
        for reading in readings { steps.append(Observed(reading, file: file)) }
    }
}

/// A reading and the file it came from.
package struct Observed<Reading: Sendable>: Sendable {
    /// What was read; its source index points into `Observations.sources`.
    package let reading: Reading
    /// The place of the file in `Observations.files`.
    package let file: Int32

    /// Joins a reading and its file.
    package init(_ reading: Reading, file: Int32) {
        self.reading = reading
        self.file = file
    }
}

extension Observed: Equatable where Reading: Equatable {}
extension Observed: Hashable where Reading: Hashable {}
extension Observed: BitwiseCopyable where Reading: BitwiseCopyable {}

/// A file as receipts name it.
package struct FileReference: Hashable, Sendable {
    /// The last part of its path, for people; bytes that are not UTF-8 as U+FFFD.
    package let name: String
    /// The SHA-256 of its whole content, 64 hexadecimal digits in lower case.
    package let sha256: String

    /// Makes a reference.
    package init(name: String, sha256: String) {
        self.name = name
        self.sha256 = sha256
    }
}
