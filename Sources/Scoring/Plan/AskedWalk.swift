import Model

/// A walk that a plan asks for: so many minutes at least, or a range such as 12–15 (PLAN.md §2).
///
/// Any numbers may stand in it; `WalkingPlan` says which make sense.
package struct AskedWalk: Hashable, Sendable {
    /// The minutes asked for at least.
    package let minutes: Int
    /// The upper end of a range, in minutes; it only says when a walk was far too long.
    package let upTo: Int?

    /// The minutes that a walk may ask for.
    package static let possibleMinutes = 1...240

    /// Makes an asked walk.
    package init(_ minutes: Int, upTo: Int? = nil) {
        self.minutes = minutes
        self.upTo = upTo
    }

    /// Reads a range as a plan file writes it, `12-15`; nothing when the text is something else.
    package init?(written text: String) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let lower = Self.number(ends[0]), let upper = Self.number(ends[1])
        else { return nil }
        self.init(lower, upTo: upper)
    }

    /// The least length asked for.
    var least: Milliseconds { .minutes(Int64(minutes)) }

    /// The upper end of the range, or the minutes themselves.
    var most: Milliseconds { .minutes(Int64(upTo ?? minutes)) }

    /// The length that satisfies it: a walk loses up to a minute at its ends (PLAN.md §2.1).
    var enough: Milliseconds { .minutes(Int64(minutes) - 1) }

    /// Whether a walk is long enough.
    func isSatisfied(by walk: Walk) -> Bool { walk.active >= enough }

    private static func number(_ digits: Substring) -> Int? {
        guard (1...4).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(digits)
    }
}

extension AskedWalk: ExpressibleByIntegerLiteral {
    /// A walk of so many minutes, for tables.
    package init(integerLiteral minutes: Int) {
        self.init(minutes)
    }
}

extension AskedWalk: CustomStringConvertible {
    /// The minutes as a person writes them, `20` or `12-15`.
    package var description: String { upTo.map { "\(minutes)-\($0)" } ?? "\(minutes)" }
}
