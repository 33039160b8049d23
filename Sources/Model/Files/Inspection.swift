/// All that `amble inspect` tells about a file, without taking it.
package struct Inspection: Sendable {
    /// What the parse found out, columns and problems included.
    package let report: FormatReport
    /// The file as the ledger would note it.
    package let file: SeenFile
    /// The first readings in the order of the file, at most `previewCapacity`.
    package let preview: [PreviewReading]

    /// The exports in it, where it is an archive, each as the ledger would note it.
    package let members: [SeenFile]

    /// What a person calls such an export; nothing when it is no known one.
    package let title: String?

    /// How many readings a preview shows.
    package static let previewCapacity = 10

    /// Joins the parts.
    package init(
        report: FormatReport,
        file: SeenFile,
        preview: [PreviewReading],
        members: [SeenFile] = [],
        title: String? = nil
    ) {
        self.title = title
        self.report = report
        self.file = file
        self.preview = preview
        self.members = members
    }
}

/// A reading as a preview shows it.
package struct PreviewReading: Hashable, Sendable {
    /// The line of the file, from 1.
    package let line: Int32
    /// The beginning, or the instant of a record without a length.
    package let start: Instant
    /// The end; equal to `start` for instants.
    package let end: Instant
    /// What was read.
    package let value: Value
    /// The name of the source.
    package let source: String

    /// What a reading holds.
    package enum Value: Hashable, Sendable {
        /// Steps counted in the interval.
        case steps(Int64)
        /// A counter's value.
        case counter(Int64)
        /// A position in nanodegrees.
        case position(latitude: Int64, longitude: Int64)
        /// A declared walk and its time in motion.
        case declared(Milliseconds)
        /// An entry of a diary.
        case diary(DiaryContent)
    }

    /// Makes a reading for people.
    package init(line: Int32, start: Instant, end: Instant, value: Value, source: String) {
        self.line = line
        self.start = start
        self.end = end
        self.value = value
        self.source = source
    }
}
