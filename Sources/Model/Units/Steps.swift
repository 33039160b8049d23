/// A number of steps, counted on both feet.
package struct Steps: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// How many; never negative.
    package var count: Int64

    /// Makes a number of steps.
    package init(_ count: Int64) {
        self.count = count
    }

    package static func < (left: Steps, right: Steps) -> Bool {
        left.count < right.count
    }

    /// Adds steps.
    package static func += (left: inout Steps, right: Steps) {
        left.count += right.count
    }
}
