package import Model

/// The newest line that the daily summary log holds, or is about to hold, for a day.
package struct ToldDay: Hashable, Sendable {
    /// Whose day.
    package let person: String
    /// The date.
    package let date: CivilDay
    /// The line without its revision mark.
    package let text: String
    /// 1 for the first line, then counting up.
    package let revision: Int
    /// Whether it was noted but is not known to stand in the log: a crash may have come between.
    package let isPending: Bool

    /// Describes a line.
    package init(
        person: String,
        date: CivilDay,
        text: String,
        revision: Int,
        isPending: Bool = true
    ) {
        self.person = person
        self.date = date
        self.text = text
        self.revision = revision
        self.isPending = isPending
    }
}
