package import Model

/// What storing a file changed.
package struct RecordResult: Hashable, Sendable {
    /// The content had been taken before, so that only the path was noted.
    package let wasKnown: Bool
    /// The UTC days that must be derived anew because of it, in order; none when it says nothing
    /// that other files had not said.
    package let marked: [ClosedRange<CivilDay>]

    /// Whether entries of the person's diary came or went.
    package let changedDiary: Bool

    /// Makes a result.
    package init(wasKnown: Bool, marked: [ClosedRange<CivilDay>], changedDiary: Bool = false) {
        self.wasKnown = wasKnown
        self.marked = marked
        self.changedDiary = changedDiary
    }
}
