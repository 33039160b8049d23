internal import Model

/// Cuts text into rows and cells as RFC 4180 says, in pieces of any size.
///
/// Where real files depart from the RFC:
/// - the delimiter may be `,`, `;`, a tab or `|`;
/// - a line ends with LF, CR LF or CR, mixed in one file; the last may lack its end;
/// - a quote inside a cell that did not begin with one is a letter like any other;
/// - blanks before an opening and after a closing quote are no part of the cell; other text after a
///   closing quote is a fault of the row, since `"12"5` must not become 125;
/// - a quote that never closes is a fault of the last row;
/// - rows may differ in the number of cells; an empty line is a row of one empty cell;
/// - no byte but delimiter, quote, CR and LF means anything; a byte order mark is gone already.
///
/// A row without quotes inside one piece is handed over as it lies there; any other row is gathered
/// byte by byte. Memory is bounded by the three limits whatever the file holds.
struct CSVTokenizer: ~Copyable {
    /// The most bytes of a cell.
    static let longestCell = 1 << 20
    /// The most cells of a row.
    static let mostCells = 4096
    /// The most bytes of a row.
    static let longestRow = 4 << 20

    /// What the next byte may be.
    private enum State {
        case cellStart, plain, quoted, quoteInQuoted, afterQuote
    }

    private let delimiter: UInt8
    /// The rows that still go by without being handed over.
    private var rowsToSkip: Int
    private let cells: UnsafeMutablePointer<CSVRow.Cell>
    private let origins: UnsafeMutablePointer<CSVRow.Origin>
    private let isSpecial: UnsafeMutablePointer<Bool>

    /// The byte of the file at which the piece in hand begins.
    private var pieceByte: Int
    private var line = 1
    private var lineStart: Int
    /// A CR ended the line before: an LF that follows belongs to it.
    private var mayJoinLF = false

    private var state = State.cellStart
    private var isGathering = false
    private var gathered: [UInt8] = []
    private var cellCount = 0
    private var cellStart = 0
    private var origin = CSVRow.Origin(byte: 0, line: 1, lineStart: 0)
    private var fault: CSVRow.Fault?

    /// Makes a tokenizer for text that begins at this byte of the file; the first rows may go by.
    init(delimiter: UInt8, firstByte: Int = 0, rowsToSkip: Int = 0) {
        self.delimiter = delimiter
        self.rowsToSkip = rowsToSkip
        pieceByte = firstByte
        lineStart = firstByte
        cells = .allocate(capacity: Self.mostCells)
        origins = .allocate(capacity: Self.mostCells)
        isSpecial = .allocate(capacity: 256)
        isSpecial.initialize(repeating: false, count: 256)
        for byte in [delimiter, .quote, .lineFeed, .carriageReturn] { isSpecial[Int(byte)] = true }
    }

    deinit {
        cells.deallocate()
        origins.deallocate()
        isSpecial.deallocate()
    }

    /// Takes the next bytes and hands over the rows that they complete.
    ///
    /// - Parameters:
    ///   - piece: the bytes behind those of the last call.
    ///   - body: returns `false` to hear no more.
    /// - Returns: whether the body wants more rows.
    /// - Throws: `CSVRefusal` when a limit is passed, or what the body throws.
    mutating func feed(
        _ piece: UnsafeBufferPointer<UInt8>,
        _ body: (CSVRow) throws -> Bool
    ) throws -> Bool {
        defer { pieceByte += piece.count }
        guard let bytes = piece.baseAddress else { return true }
        var index = 0
        while index < piece.count {
            if mayJoinLF, bytes[index] == .lineFeed, !isGathering { skipJoinedLF(&index) }
            guard index < piece.count else { break }
            if !isGathering, let end = plainRow(bytes, from: index, to: piece.count) {
                let row = CSVRow(
                    plain: bytes,
                    at: pieceByte,
                    cells: cells,
                    count: cellCount,
                    line: line,
                    lineStart: lineStart
                )
                endLine(bytes[end], at: end)
                index = end + 1
                if rowsToSkip > 0 {
                    rowsToSkip -= 1
                } else if try !body(row) {
                    return false
                }
            } else {
                index = try gather(bytes, from: index, to: piece.count)
                guard try handOverGathered(body) else { return false }
            }
        }
        return true
    }

    /// Says that no more bytes come, and hands over a last row without a line end.
    mutating func finish(_ body: (CSVRow) throws -> Bool) throws {
        guard isGathering else { return }
        if state == .quoted { fault = .unclosedQuote(cell: cellCount) }
        try endCell()
        _ = try handOver(isTerminated: false, body)
    }
}

// MARK: - Rows that lie in one piece

extension CSVTokenizer {
    /// Finds the cells of a row without quotes; nothing when it is not such a row or not all here.
    ///
    /// - Returns: the index of its line end.
    private mutating func plainRow(
        _ bytes: UnsafePointer<UInt8>,
        from start: Int,
        to end: Int
    ) -> Int? {
        guard end <= Int(Int32.max) else { return nil }
        var count = 0
        var first = start
        var index = start
        while index < end {
            let byte = bytes[index]
            guard isSpecial[Int(byte)] else {
                index &+= 1
                continue
            }
            guard byte != .quote, count < Self.mostCells, index - first <= Self.longestCell
            else { return nil }
            cells[count] = CSVRow.Cell(
                start: Int32(truncatingIfNeeded: first),
                end: Int32(truncatingIfNeeded: index)
            )
            count += 1
            guard byte == delimiter else {
                cellCount = count
                return index - start <= Self.longestRow ? index : nil
            }
            index &+= 1
            first = index
        }
        return nil
    }

    private mutating func endLine(_ byte: UInt8, at index: Int) {
        line += 1
        lineStart = pieceByte + index + 1
        mayJoinLF = byte == .carriageReturn
    }

    private mutating func skipJoinedLF(_ index: inout Int) {
        mayJoinLF = false
        index += 1
        lineStart = pieceByte + index
    }
}

// MARK: - Rows that are gathered

extension CSVTokenizer {
    /// Takes bytes into the row in hand until it is complete or the piece ends.
    ///
    /// - Returns: the index behind the last byte taken.
    private mutating func gather(
        _ bytes: UnsafePointer<UInt8>,
        from start: Int,
        to end: Int
    ) throws -> Int {
        if !isGathering { beginGathering(at: start) }
        var index = start
        while index < end, isGathering {
            let runEnd = endOfRun(bytes, from: index, to: end)
            if runEnd > index {
                try append(bytes, from: index, to: runEnd)
                index = runEnd
            } else {
                try takeSpecial(bytes[index], at: index)
                index += 1
            }
        }
        return index
    }

    private mutating func beginGathering(at index: Int) {
        isGathering = true
        mayJoinLF = false
        gathered.removeAll(keepingCapacity: true)
        cellCount = 0
        fault = nil
        beginCell(at: index)
    }

    private mutating func beginCell(at index: Int) {
        state = .cellStart
        cellStart = gathered.count
        origin = CSVRow.Origin(byte: pieceByte + index, line: line, lineStart: lineStart)
    }

    private func endOfRun(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, !isSpecial[Int(bytes[index])] { index += 1 }
        return index
    }

    /// Takes bytes that are none of delimiter, quote and line end.
    private mutating func append(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) throws
    {
        mayJoinLF = false
        let run = UnsafeBufferPointer(start: bytes + start, count: end - start)
        let isBlank = run.allSatisfy { $0 == 0x20 || $0 == 0x09 }
        switch state {
        case .cellStart where !isBlank: state = .plain
        case .quoteInQuoted, .afterQuote:
            state = .afterQuote
            if !isBlank { fault = fault ?? .textAfterQuote(cell: cellCount) }
            return
        default: break
        }
        gathered.append(contentsOf: run)
        try checkLength()
    }

    private mutating func takeSpecial(_ byte: UInt8, at index: Int) throws {
        if byte == .quote { mayJoinLF = false }
        if state == .quoted {
            if byte == .quote { state = .quoteInQuoted } else { try takeQuoted(byte, at: index) }
            return
        }
        switch byte {
        case .quote: try takeQuote(at: index)
        case delimiter:
            try endCell()
            guard cellCount < Self.mostCells else { throw tooManyCells() }
            beginCell(at: index + 1)
        default:
            try endCell()
            endLine(byte, at: index)
            isGathering = false
        }
    }

    /// Takes a delimiter or a part of a line end that is text.
    private mutating func takeQuoted(_ byte: UInt8, at index: Int) throws {
        gathered.append(byte)
        try checkLength()
        if byte == .lineFeed, mayJoinLF {
            mayJoinLF = false
            lineStart = pieceByte + index + 1
        } else if byte != delimiter {
            endLine(byte, at: index)
        } else {
            mayJoinLF = false
        }
    }

    private mutating func takeQuote(at index: Int) throws {
        switch state {
        case .cellStart:
            // Blanks before the quote are no part of the cell.
            gathered.removeLast(gathered.count - cellStart)
            origin.byte = pieceByte + index
            state = .quoted
        case .quoteInQuoted:
            gathered.append(.quote)
            state = .quoted
            try checkLength()
        case .afterQuote:
            fault = fault ?? .textAfterQuote(cell: cellCount)
        case .plain, .quoted:
            gathered.append(.quote)
            try checkLength()
        }
    }

    private mutating func endCell() throws {
        guard cellCount < Self.mostCells else { throw tooManyCells() }
        // Both fit: a gathered row is at most `longestRow` long.
        cells[cellCount] = CSVRow.Cell(
            start: Int32(truncatingIfNeeded: cellStart),
            end: Int32(truncatingIfNeeded: gathered.count)
        )
        origins[cellCount] = origin
        cellCount += 1
    }

    private mutating func handOverGathered(_ body: (CSVRow) throws -> Bool) throws -> Bool {
        isGathering ? true : try handOver(isTerminated: true, body)
    }

    private mutating func handOver(
        isTerminated: Bool,
        _ body: (CSVRow) throws -> Bool
    ) throws -> Bool {
        isGathering = false
        state = .cellStart
        guard rowsToSkip == 0 else {
            rowsToSkip -= 1
            return true
        }
        // An empty array need not have an address; a byte more always has one.
        gathered.append(0)
        let (cells, origins, count, fault) = (cells, origins, cellCount, fault)
        return try gathered.withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { return true }
            return try body(
                CSVRow(
                    gathered: start,
                    cells: cells,
                    origins: origins,
                    count: count,
                    isTerminated: isTerminated,
                    fault: fault
                )
            )
        }
    }

    private func checkLength() throws {
        if gathered.count - cellStart > Self.longestCell {
            throw refusal("a cell is longer than 1 MiB, or a quote in it never closes")
        }
        if gathered.count > Self.longestRow { throw refusal("a row is longer than 4 MiB") }
    }

    private func tooManyCells() -> CSVRefusal {
        refusal("a row has more than \(Self.mostCells) cells")
    }

    private func refusal(_ reason: String) -> CSVRefusal {
        let column = origin.byte - origin.lineStart + 1
        let place = TextPlace(line: origin.line, column: column, byte: origin.byte)
        return CSVRefusal(Problem(at: place, reason + "; no export looks like this"))
    }
}

extension UInt8 {
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
