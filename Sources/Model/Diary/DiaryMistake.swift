/// Why an entry and a value are no words of the diary, and what would be right.
package enum DiaryMistake: Error, Hashable, Sendable {
    /// There is no such entry.
    case entry
    /// The entry has no such value; one clause says which it has, `0 to 10`.
    case value(entry: String, allowed: String)

    /// What is wrong with the cell and what would be right, to stand behind its text.
    package var clause: String {
        switch self {
        case .entry:
            "is no entry of a diary: write pain, flag, flare-up, plan, moves or walk"
        case .value(let entry, let allowed):
            "is no value of \(entry): write \(allowed)"
        }
    }
}
