/// A distance or a height in whole millimetres, shown in metres.
package struct Metres: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// Whole millimetres.
    package var millimetres: Int64

    /// Makes a distance from whole millimetres.
    package init(millimetres: Int64) {
        self.millimetres = millimetres
    }

    /// Whole metres, rounded half up: what a person reads.
    package var whole: Int64 { (millimetres + 500).flooredDivision(by: 1000) }

    package static func < (left: Metres, right: Metres) -> Bool {
        left.millimetres < right.millimetres
    }
}
