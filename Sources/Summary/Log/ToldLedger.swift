package import Model

/// Where it is kept what the daily log said of each day: the store, behind a seam.
///
/// A line is noted as pending, appended and synced, and noted as written, in this order. So a crash
/// at any point leaves a line that is either known to be in the log or looked for there.
package protocol ToldLedger {
    /// The newest telling of each day that was told.
    ///
    /// - Throws: when it cannot be read.
    func told(person: String) throws -> [CivilDay: ToldDay]

    /// Notes these tellings in one transaction that is on the disk when it returns; each replaces
    /// what was noted of its day.
    ///
    /// - Throws: when it cannot be written; nothing is noted then.
    func note(_ days: [ToldDay], person: String) throws
}
