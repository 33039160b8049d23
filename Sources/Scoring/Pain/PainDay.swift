/// What a day's diary says of pain, on the scale from 0 to 10 (PLAN.md §2.3).
package struct PainDay: Hashable, Sendable {
    /// The level of pain that is usual for the person on this day.
    package let usual: Int?
    /// The lowest score of the day; nothing without scores.
    package let lowest: Int?
    /// The highest score of the day; nothing without scores.
    package let highest: Int?
    /// How many scores the day has.
    package let entries: Int

    /// Makes a day of the diary; without arguments one on which nothing was noted.
    package init(usual: Int? = nil, lowest: Int? = nil, highest: Int? = nil, entries: Int = 0) {
        self.usual = usual
        self.lowest = lowest
        self.highest = highest
        self.entries = entries
    }
}
