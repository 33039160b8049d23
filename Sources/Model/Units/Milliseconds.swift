/// A length of time in whole milliseconds.
package struct Milliseconds: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// How many milliseconds; lengths that the derivation yields are never negative.
    package var count: Int64

    /// Makes a length of so many milliseconds.
    package init(_ count: Int64) {
        self.count = count
    }

    /// No time at all.
    package static let zero = Milliseconds(0)

    /// A length of whole minutes.
    package static func minutes(_ minutes: Int64) -> Milliseconds {
        Milliseconds(minutes * 60_000)
    }

    /// Tenths of a minute, rounded half up: what JSON and tables show.
    package var tenthsOfMinute: Int64 { (count + 3_000).flooredDivision(by: 6_000) }

    /// Whole minutes, rounded half up: what a sentence shows.
    package var wholeMinutes: Int64 { (count + 30_000).flooredDivision(by: 60_000) }

    package static func < (left: Milliseconds, right: Milliseconds) -> Bool {
        left.count < right.count
    }

    /// The sum of two lengths.
    package static func + (left: Milliseconds, right: Milliseconds) -> Milliseconds {
        Milliseconds(left.count + right.count)
    }

    /// The difference of two lengths.
    package static func - (left: Milliseconds, right: Milliseconds) -> Milliseconds {
        Milliseconds(left.count - right.count)
    }

    /// Adds a length.
    package static func += (left: inout Milliseconds, right: Milliseconds) {
        left.count += right.count
    }
}
