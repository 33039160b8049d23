package import Model

/// The parameters of the derivation (SESSIONS.md §8.2), with its defaults.
package struct SessionSettings: Hashable, Sendable {
    /// Steps in a minute from which it is a walking minute; the band edge of slow walking
    /// (Tudor-Locke & Rowe 2012, doi:10.2165/11599170).
    package var coreStepsPerMinute: Int64 = 60
    /// Steps in a minute from which it can be the beginning or end of a walk.
    package var edgeStepsPerMinute: Int64 = 20
    /// Quiet minutes inside a bout, at most.
    package var boutGapMinutes: Int64 = 1
    /// Quiet minutes inside a session, at most.
    package var sessionGapMinutes: Int64 = 5
    /// The least active time of a session.
    package var minimumActive = Milliseconds(240_000)
    /// Steps in a minute from which it is run.
    package var runStepsPerMinute: Int64 = 140
    /// Minutes in a row from which a lower-ranked source fills a hole of the witness.
    package var fillRunMinutes: Int64 = 3
    /// Ranks that a person set, by the source's name; lower wins (SESSIONS.md §8.6).
    package var ranks: [String: Int] = [:]

    /// Makes the default settings.
    package init() {}
}
