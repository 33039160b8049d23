/// What became of one file that was seen under one path, as `amble files` lists it.
package struct SeenFile: Hashable, Sendable {
    /// The path, byte for byte; not always UTF-8.
    package var path: [UInt8]
    /// Whose file it is.
    package var person: String
    /// The SHA-256 of the whole content, 64 lower-case hexadecimal digits; nothing while the file
    /// could not be read.
    package var sha256: String?
    /// Its length in bytes.
    package var bytes: Int64
    /// Taken, known, partly, refused or waiting.
    package var outcome: FileOutcome
    /// The dialect, when the content is a known one.
    package var dialect: String?
    /// Observations that have a value or a place and a time, repeated ones once.
    package var readings: Int64
    /// The least start of its readings.
    package var from: Instant?
    /// The greatest end of its readings.
    package var to: Instant?
    /// What is wrong; for a waiting file why it waits.
    package var problems: ProblemList
    /// When it was last looked at.
    package var seen: Instant

    /// Describes a file.
    package init(
        path: [UInt8],
        person: String,
        sha256: String? = nil,
        bytes: Int64,
        outcome: FileOutcome,
        dialect: String? = nil,
        readings: Int64 = 0,
        from: Instant? = nil,
        to: Instant? = nil,
        problems: ProblemList = ProblemList(),
        seen: Instant
    ) {
        self.path = path
        self.person = person
        self.sha256 = sha256
        self.bytes = bytes
        self.outcome = outcome
        self.dialect = dialect
        self.readings = readings
        self.from = from
        self.to = to
        self.problems = problems
        self.seen = seen
    }

    /// The path for people: bytes that are not UTF-8 as U+FFFD; control characters stand as they are.
    package var shownPath: String { String(decoding: path, as: UTF8.self) }
}
