package import Model

/// The UTC days of one person that must be derived anew, as they stood when they were asked for.
package struct DayMarks: Hashable, Sendable {
    /// Whose days.
    package let person: String
    /// The days, in order; ranges neither overlap nor touch.
    ///
    /// A tracker whose clock was wrong can make them reach to the year 9999: cut them to the days
    /// that can be derived.
    package let ranges: [ClosedRange<CivilDay>]
    /// The newest mark that is in `ranges`; later ones survive when these are cleared.
    let newest: Int64

    /// Whether nothing must be derived anew.
    package var isEmpty: Bool { ranges.isEmpty }
}
