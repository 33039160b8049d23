/// Whether the times of a file say their offset from UTC: all do, or none does.
///
/// One that has lost its offset would be taken for a time of the home zone, hours away from what was
/// meant; what its row says is lost, and the others still hold. Where the first time is the odd one,
/// its row was read before anybody could know, and the file is refused.
struct OffsetHabit {
    /// What a time is among the others.
    enum Verdict: Hashable {
        case usual
        /// It lacks the offset that the times before it have.
        case lacking
        /// It has an offset, and those before it had none.
        case contradiction
    }

    private var haveOffsets: Bool?

    /// Judges the next time.
    mutating func judge(hasOffset: Bool) -> Verdict {
        guard let haveOffsets else {
            haveOffsets = hasOffset
            return .usual
        }
        if haveOffsets == hasOffset { return .usual }
        return haveOffsets ? .lacking : .contradiction
    }
}
