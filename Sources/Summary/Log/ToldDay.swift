package import Model

/// What the daily log said last of a day, as the store keeps it.
package struct ToldDay: Hashable, Sendable {
    /// The day.
    package let date: CivilDay
    /// The line without its revision.
    package let text: String
    /// 1 for the first line of the day, one more with each change.
    package let revision: Int
    /// Whether the line is known to be in the log; a pending one may be there or not.
    package let isWritten: Bool

    /// Makes a told day.
    package init(date: CivilDay, text: String, revision: Int, isWritten: Bool) {
        self.date = date
        self.text = text
        self.revision = revision
        self.isWritten = isWritten
    }

    /// The line as it stands in the log.
    package var line: String { SummaryLine.revised(text, revision) }
}
