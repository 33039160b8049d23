package import Model

/// What changed in a person's diary since it was last answered.
package struct DiaryChange: Hashable, Sendable {
    /// Whose diary.
    package let person: String
    /// The time of the earliest entry that came or went.
    ///
    /// Days from the one before on may look otherwise now: a pain check after midnight belongs to a
    /// stroll of the evening (PLAN.md §2.1), the plan's history to all days that follow.
    package let first: Instant
    /// The newest mark that is in it; later ones survive when this is cleared.
    let newest: Int64
}
