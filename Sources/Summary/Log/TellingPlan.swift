package import Model
package import Scoring

/// Decides which days the daily log tells, and which it tells anew (COMMANDS.md §6).
///
/// Ended days only. A day that has data is told when its line says something new; a day without
/// data once, if there is data before it. The running day is never told.
package struct TellingPlan: Sendable {
    /// Whose days they are.
    package let person: String
    /// The zones in which times are shown.
    package let home: HomeZones

    /// Makes a plan for a person.
    package init(person: String, home: HomeZones) {
        self.person = person
        self.home = home
    }

    /// The lines that are due.
    ///
    /// - Parameters:
    ///   - scored: the days that may have changed, in any order.
    ///   - told: what was told last of each day.
    ///   - today: the running day.
    ///   - isInLog: whether a pending line stands in the log; asked only of days that changed
    ///     after a crash, whose line was then never seen and is replaced under its own revision.
    /// - Returns: the lines, by date.
    package func lines(
        _ scored: [ScoredDay],
        told: [CivilDay: ToldDay],
        today: CivilDay,
        isInLog: (ToldDay) -> Bool = { _ in true }
    ) -> [LineToTell] {
        scored.filter { $0.day.date < today }.sorted { $0.day.date < $1.day.date }
            .compactMap { line($0, told[$0.day.date], isInLog) }
    }

    private func line(
        _ scored: ScoredDay,
        _ told: ToldDay?,
        _ isInLog: (ToldDay) -> Bool
    ) -> LineToTell? {
        guard scored.day.hasData || scored.lastData != nil else { return nil }
        let text = SummaryLine.text(for: scored, person: person, home: home)
        guard let told else {
            return LineToTell(scored: scored, person: person, text: text, revision: 1)
        }
        if Self.saySame(text, told.text) {
            // A pending line is told as it was noted, so that it can be found in the log.
            return told.isWritten
                ? nil
                : LineToTell(
                    scored: scored,
                    person: person,
                    text: told.text,
                    revision: told.revision,
                    mayBeWritten: true
                )
        }
        let isSeen = told.isWritten || isInLog(told)
        let revision = isSeen ? told.revision + 1 : told.revision
        return LineToTell(scored: scored, person: person, text: text, revision: revision)
    }

    /// Whether two lines say the same of the day; without data there is only one thing to say.
    private static func saySame(_ text: String, _ told: String) -> Bool {
        if SummaryLine.saysNoData(text), SummaryLine.saysNoData(told) { return true }
        return SummaryLine.facts(in: text) == SummaryLine.facts(in: told)
    }
}
