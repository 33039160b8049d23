package import Model
package import Scoring

/// A line that the daily log should hold: what to append, and what to note of it.
package struct LineToTell: Hashable, Sendable {
    /// The day.
    package let scored: ScoredDay
    /// Whose day it is.
    package let person: String
    /// The line without its revision.
    package let text: String
    /// 1 for the first line of the day, one more with each change.
    package let revision: Int
    /// Whether it was pending already: then it may stand in the log, and is looked for first.
    package let mayBeWritten: Bool

    /// Makes a line.
    package init(
        scored: ScoredDay,
        person: String,
        text: String,
        revision: Int,
        mayBeWritten: Bool = false
    ) {
        self.scored = scored
        self.person = person
        self.text = text
        self.revision = revision
        self.mayBeWritten = mayBeWritten
    }

    /// The day.
    package var date: CivilDay { scored.day.date }

    /// The line as it stands in `summary.log`, and as the journal shows it.
    package var line: String { SummaryLine.revised(text, revision) }

    /// What the ledger notes of it.
    package func told(isWritten: Bool) -> ToldDay {
        ToldDay(date: date, text: text, revision: revision, isWritten: isWritten)
    }

    /// What the line is called in `summary.jsonl`.
    var key: LogKey { LogKey(date: date, person: person, revision: revision) }
}
