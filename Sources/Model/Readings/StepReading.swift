/// Steps that a source counted between two instants, or wrote down at one.
///
/// A fixed-size value without references: millions of them travel in plain arrays.
package struct StepReading: Hashable, Sendable, BitwiseCopyable {
    /// The beginning.
    package let start: Instant
    /// The end, exclusive; equal to `start` for an *instant record*, which says no length.
    package let end: Instant
    /// The steps counted, 0 or more.
    package let steps: Int32
    /// The line of the file, from 1; 0 when the format has no lines.
    package let line: Int32
    /// Who counted.
    package let source: SourceIndex
    /// What was odd about its time.
    package let flags: TimeFlags

    /// Makes a reading.
    package init(
        start: Instant,
        end: Instant,
        steps: Int32,
        line: Int32,
        source: SourceIndex,
        flags: TimeFlags = []
    ) {
        self.start = start
        self.end = end
        self.steps = steps
        self.line = line
        self.source = source
        self.flags = flags
    }
}

/// What was odd about the time of a reading (SESSIONS.md §8.9).
package struct TimeFlags: OptionSet, Hashable, Sendable, BitwiseCopyable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The wall time does not exist in the zone: the clock of the device ignores summer time.
    package static let gap = TimeFlags(rawValue: 1)
    /// The wall time exists twice, and the file did not say which was meant: the first was taken.
    package static let ambiguous = TimeFlags(rawValue: 2)
    /// The wall time exists twice, and the order of the rows says that the second was meant.
    package static let secondFold = TimeFlags(rawValue: 4)
}

/// One look at a counter that only goes up until it resets or rolls over.
package struct CounterReading: Hashable, Sendable, BitwiseCopyable {
    /// When the counter was read.
    package let time: Instant
    /// What it showed, 0 or more.
    package let value: Int64
    /// The line of the file, from 1.
    package let line: Int32
    /// Whose counter.
    package let source: SourceIndex
    /// What was odd about its time.
    package let flags: TimeFlags

    /// Makes a counter reading.
    package init(
        time: Instant,
        value: Int64,
        line: Int32,
        source: SourceIndex,
        flags: TimeFlags = []
    ) {
        self.time = time
        self.value = value
        self.line = line
        self.source = source
        self.flags = flags
    }
}
