/// Something a day gives reason to say, the most urgent first (PLAN.md §2.5).
///
/// The raw value is the stable code in JSON; the words are the pages'.
package enum Advice: String, Sendable, CaseIterable {
    /// An urgent flag is in force.
    case urgentCare = "urgent-care"
    /// A flag of the second kind is in force, or pain has not gone down for weeks.
    case talkToProfessional = "talk-to-professional"
    /// The flare-up target is in force.
    case flareUp = "flare-up"
    /// The plan went down a level for a week.
    case levelDown = "level-down"
    /// The day completes its level.
    case levelUp = "level-up"
    /// A walk was far longer than the plan and the days before.
    case overload
    /// The minutes of several walks in a single one.
    case oneGo = "one-go"
    /// A hilly walk at a level that asks for flat ground.
    case hills
    /// A walk was faster than a talking pace.
    case tooFast = "too-fast"
    /// An extra stroll without a pain score before it.
    case strollWithoutPainCheck = "stroll-without-pain-check"
    /// A walk over ten minutes, or a run, on a flare-up day.
    case tooLongForAFlareUp = "too-long-for-a-flare-up"
    /// The afternoon has come without a walk.
    case splitIt = "split-it"
    /// Nothing was recorded for three days.
    case noDataSince = "no-data-since"
    /// No strength and flexibility minutes for three days.
    case moves
}
