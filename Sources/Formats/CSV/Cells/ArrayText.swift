/// The numbers of a cell such as `[60,60,61]`, one after the other.
struct ArrayText {
    /// Whether the list was closed and nothing follows.
    private(set) var isComplete = false
    private var cursor: ByteCursor
    private var isFirst = true

    /// Starts before the first number.
    init(_ cell: UnsafeBufferPointer<UInt8>) {
        cursor = ByteCursor(cell)
        if !cursor.skip(UInt8(ascii: "[")) { cursor.advance(by: cell.count) }
    }

    /// The next number, 0 or more and below 10⁹; nothing at the end or where there is no number.
    mutating func next() -> (whole: Int64, thousandths: Int64)? {
        cursor.skipBlanks()
        if cursor.skip(UInt8(ascii: "]")) {
            cursor.skipBlanks()
            isComplete = cursor.isAtEnd
            cursor.advance(by: .max)
            return nil
        }
        guard isFirst || cursor.skip(UInt8(ascii: ",")) else { return nil }
        isFirst = false
        cursor.skipBlanks()
        guard let whole = cursor.digits(atMost: 9)?.value else { return nil }
        guard cursor.skip(UInt8(ascii: ".")) else { return (Int64(whole), 0) }
        return cursor.thousandths().map { (Int64(whole), Int64($0)) }
    }
}
