/// A place in a file, as an editor counts it.
package struct TextPlace: Hashable, Sendable, Comparable {
    /// The line, from 1; 0 when the format has no lines or the whole file is meant.
    package let line: Int
    /// The column in bytes, from 1; 0 when the whole line is meant.
    package let column: Int
    /// The byte of the file, from 0.
    package let byte: Int

    /// Makes a place.
    package init(line: Int, column: Int, byte: Int) {
        self.line = line
        self.column = column
        self.byte = byte
    }

    /// The file as a whole.
    package static let wholeFile = TextPlace(line: 0, column: 0, byte: 0)

    package static func < (left: TextPlace, right: TextPlace) -> Bool {
        (left.byte, left.line, left.column) < (right.byte, right.line, right.column)
    }
}
