package import Model
package import Scoring

/// Tells ended days to the daily log so that no crash doubles or loses a line.
///
/// Each batch is noted as pending, appended and synced, and noted as written.
package struct DailyTelling {
    private let plan: TellingPlan
    private let ledger: any ToldLedger
    private let log: SummaryLog

    /// The most lines in hand at once.
    private static let batch = 256

    /// Makes the telling of one person's days.
    package init(plan: TellingPlan, ledger: any ToldLedger, log: SummaryLog) {
        self.plan = plan
        self.ledger = ledger
        self.log = log
    }

    /// The days that a crash may have left half told; they must be among those told next.
    ///
    /// - Throws: when the ledger cannot be read.
    package func pendingDates() throws -> [CivilDay] {
        try ledger.told(person: plan.person).values.filter { !$0.isWritten }.map(\.date).sorted()
    }

    /// Tells what is due.
    ///
    /// - Parameters:
    ///   - scored: the days that may have changed, and the pending ones.
    ///   - today: the running day, which is not told.
    ///   - now: the moment of writing.
    /// - Returns: the lines that are now in the log, by date, for the journal too.
    /// - Throws: when ledger or log fail; telling again later completes what is missing.
    package func tell(
        _ scored: [ScoredDay],
        today: CivilDay,
        now: Instant
    ) throws -> [LineToTell] {
        let told = try ledger.told(person: plan.person)
        let seen = try log.holding(told.values.filter { !$0.isWritten })
        let lines = plan.lines(scored, told: told, today: today) { seen.contains($0) }
        for start in stride(from: 0, to: lines.count, by: Self.batch) {
            let batch = lines[start..<min(start + Self.batch, lines.count)]
            try ledger.note(batch.map { $0.told(isWritten: false) }, person: plan.person)
            try log.append(Array(batch), written: now)
            try ledger.note(batch.map { $0.told(isWritten: true) }, person: plan.person)
        }
        return lines
    }
}
