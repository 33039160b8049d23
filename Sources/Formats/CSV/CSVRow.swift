internal import Model

/// One row of a CSV file, valid only during the call that hands it over.
///
/// Cells are bytes of UTF-8 without their quotes; they lie in memory that the tokenizer uses again.
struct CSVRow {
    /// Where the text of a cell lies in `text`, half open.
    struct Cell: BitwiseCopyable {
        var start: Int32
        var end: Int32
    }

    /// Where a cell begins in the file; kept only for rows that are not a slice of it.
    struct Origin: BitwiseCopyable {
        var byte: Int
        var line: Int
        var lineStart: Int
    }

    /// What is wrong with the quotes of a row.
    enum Fault: Hashable, Sendable {
        /// Text stands between a closing quote and the next delimiter.
        case textAfterQuote(cell: Int)
        /// The file ends inside a quoted cell.
        case unclosedQuote(cell: Int)
    }

    /// The number of cells, at least one.
    let count: Int
    /// The physical line on which the row begins, from 1.
    let line: Int
    /// Whether a line end follows; the last row of a file may lack it.
    let isTerminated: Bool
    /// What is wrong with its quotes.
    let fault: Fault?
    private let text: UnsafePointer<UInt8>
    private let cells: UnsafePointer<Cell>
    private let origins: UnsafePointer<Origin>?
    private let textByte: Int
    private let lineStart: Int

    /// A row that lies in the file as it is: its text begins at byte `textByte` of the file.
    init(
        plain text: UnsafePointer<UInt8>,
        at textByte: Int,
        cells: UnsafePointer<Cell>,
        count: Int,
        line: Int,
        lineStart: Int
    ) {
        self.text = text
        self.textByte = textByte
        self.cells = cells
        self.count = count
        self.line = line
        self.lineStart = lineStart
        isTerminated = true
        fault = nil
        origins = nil
    }

    /// A row whose text was put together from several places.
    init(
        gathered text: UnsafePointer<UInt8>,
        cells: UnsafePointer<Cell>,
        origins: UnsafePointer<Origin>,
        count: Int,
        isTerminated: Bool,
        fault: Fault?
    ) {
        self.text = text
        self.cells = cells
        self.origins = origins
        self.count = count
        self.isTerminated = isTerminated
        self.fault = fault
        line = origins.pointee.line
        lineStart = origins.pointee.lineStart
        textByte = 0
    }

    /// The text of a cell, blanks and the NULs of loggers around it left out; empty where the row
    /// has no such cell.
    subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        guard index < count else { return UnsafeBufferPointer(start: nil, count: 0) }
        var start = Int(cells[index].start)
        var end = Int(cells[index].end)
        while start < end, text[start].isPadding { start += 1 }
        while start < end, text[end - 1].isPadding { end -= 1 }
        return UnsafeBufferPointer(start: text + start, count: end - start)
    }

    /// Where a cell begins; a quoted one at its quote.
    func place(of index: Int) -> TextPlace {
        guard index < count else { return place }
        if let origins {
            let origin = origins[index]
            let column = origin.byte - origin.lineStart + 1
            return TextPlace(line: origin.line, column: column, byte: origin.byte)
        }
        let byte = textByte + Int(cells[index].start)
        return TextPlace(line: line, column: byte - lineStart + 1, byte: byte)
    }

    /// The row as a whole.
    var place: TextPlace { TextPlace(line: line, column: 0, byte: lineStart) }

    /// Whether it is an empty line, or one of nothing but blanks.
    var isBlank: Bool { count == 1 && self[0].isEmpty }

    /// Whether there is nothing in any cell: the line of commas of a spreadsheet.
    var isEmpty: Bool { (0..<count).allSatisfy { self[$0].isEmpty } }
}

extension UInt8 {
    /// Blank, tab or NUL.
    fileprivate var isPadding: Bool { self == 0x20 || self == 0x09 || self == 0 }
}
