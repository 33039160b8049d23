internal import Model

/// A row of a table.
struct DatabaseRow {
    /// Its number among the rows of its table, from 1, in the order of their key.
    fileprivate(set) var number = 0
    /// Where its page stands, with its number as the line.
    fileprivate(set) var place = TextPlace.wholeFile
    /// The wanted columns, in the order in which they were asked for.
    fileprivate(set) var cells: [DatabaseCell]
}

/// Goes through the rows of a table in the order of their key.
///
/// Memory holds a page for each level of the tree and one long row. Whatever the file holds, each page
/// is read at most once and nothing goes in circles: a page that is not as it should be is left out
/// with what is below it.
final class TableWalk {
    /// SQLite's own bound; with two cells a page, trees of this depth have a million pages.
    private static let deepest = 20

    private let file: DatabaseFile
    private let isIndex: Bool
    private let layout: RecordLayout
    private let fault: (PageFault) -> Void
    private var pages: [[UInt8]] = []
    private let seen: PageSet
    private var row: DatabaseRow
    private var lastRowNumber: Int64?
    /// The cell by whose numbers the rows of an index are ordered, and the last of them.
    private let keySlot: Int?
    private var lastKey: Int64 = .min
    private var faultyPage = 0
    /// The row in hand when it is longer than its page holds, and the next page of it.
    private var long: [UInt8] = []
    private var nextOverflow = 0
    private var overflowPage: [UInt8] = []

    /// Prepares to read the rows of a table.
    ///
    /// - Parameters:
    ///   - file: the pages.
    ///   - table: how its rows are laid out and ordered.
    ///   - layout: the columns that are wanted.
    ///   - seen: the pages of other tables, to which those of this one are added.
    ///   - fault: hears of each page that is not as it should be.
    init(
        _ file: DatabaseFile,
        table: TableDefinition,
        layout: RecordLayout,
        seen: PageSet,
        fault: @escaping (PageFault) -> Void
    ) {
        self.file = file
        isIndex = !table.hasRowNumbers
        keySlot = table.ascends ? layout.firstSlot : nil
        self.layout = layout
        self.fault = fault
        self.seen = seen
        row = DatabaseRow(cells: [DatabaseCell](repeating: .null, count: layout.count))
    }

    /// Gives each row to a closure until that says false.
    ///
    /// - Throws: what the source or the closure throws.
    func forEach(below root: Int, _ body: (DatabaseRow) throws -> Bool) throws {
        _ = try walk(root, depth: 0, body)
    }

    /// - Returns: false when the closure wants no more rows.
    private func walk(
        _ page: Int,
        depth: Int,
        _ body: (DatabaseRow) throws -> Bool
    ) throws -> Bool {
        guard let head = try open(page, depth: depth) else { return true }
        // Nothing else is loaded at this depth meanwhile, so this copies nothing.
        let bytes = pages[depth]
        for index in 0..<head.cellCount {
            let usable = bytes.span.extracting(0..<file.header.usableBytes)
            guard var cell = head.cell(index, in: usable) else {
                report(page, .row)
                continue
            }
            if head.isInner {
                let child = usable.number32(at: cell)
                guard try walk(child, depth: depth + 1, body) else { return false }
                guard isIndex else { continue }
                cell += 4
            }
            guard try read(cell: cell, in: usable, of: page) else { continue }
            row.number += 1
            row.place = file.place(of: page, row: row.number)
            guard try body(row) else { return false }
        }
        return head.isInner ? try walk(head.lastChild, depth: depth + 1, body) : true
    }

    /// Loads a page of the tree; nothing when it is none.
    private func open(_ page: Int, depth: Int) throws -> TreePage? {
        guard depth < Self.deepest else { return report(page, .depth) }
        guard page >= 1, page <= file.pageCount else { return report(page, .missing) }
        guard seen.insert(page) else { return report(page, .usedTwice) }
        if depth == pages.count {
            pages.append([UInt8](repeating: 0, count: file.header.pageBytes))
        }
        guard try file.load(page, into: &pages[depth]) else { return report(page, .missing) }
        let bytes = pages[depth]
        let head = TreePage(
            bytes.span.extracting(0..<file.header.usableBytes),
            start: page == 1 ? DatabaseHeader.bytes : 0
        )
        guard let head, head.isIndex == isIndex else { return report(page, .kind) }
        return head
    }

    /// Notes what is wrong, once a page.
    @discardableResult
    private func report(_ page: Int, _ cause: PageFault.Cause) -> TreePage? {
        if page != faultyPage { fault(PageFault(page: page, cause: cause)) }
        faultyPage = page
        return nil
    }
}

// MARK: - Rows

extension TableWalk {
    /// Reads the row in a cell.
    ///
    /// - Returns: false when it is damaged, which has been reported.
    private func read(cell: Int, in bytes: Span<UInt8>, of page: Int) throws -> Bool {
        guard let (total, first) = bytes.variableNumber(at: cell, before: bytes.count) else {
            report(page, .row)
            return false
        }
        var start = first
        var rowNumber: Int64 = 0
        if !isIndex {
            guard let (bits, next) = bytes.variableNumber(at: first, before: bytes.count) else {
                report(page, .row)
                return false
            }
            (rowNumber, start) = (Int64(bitPattern: bits), next)
            guard lastRowNumber.map({ $0 < rowNumber }) ?? true else {
                report(page, .order)
                return false
            }
        }
        guard let payload = Payload(bytes, total: total, start: start, isIndex: isIndex) else {
            report(page, .row)
            return false
        }
        let local = bytes.extracting(start..<start + payload.local)
        var outcome = layout.read(
            local,
            total: payload.total,
            rowNumber: rowNumber,
            into: &row.cells
        )
        if case .needs = outcome {
            outcome = try readLong(local, payload, rowNumber, outcome)
        }
        guard outcome == .whole else {
            report(page, .row)
            return false
        }
        guard isInOrder() else {
            report(page, .order)
            return false
        }
        lastRowNumber = rowNumber
        return true
    }

    /// Whether the row in hand does not go back behind the one before by the numbers of its key.
    private func isInOrder() -> Bool {
        guard let keySlot, case .integer(let key) = row.cells[keySlot] else { return true }
        guard key >= lastKey else { return false }
        lastKey = key
        return true
    }

    /// Reads a row of which more is needed than its page holds.
    private func readLong(
        _ local: Span<UInt8>,
        _ payload: Payload,
        _ rowNumber: Int64,
        _ first: RecordLayout.Outcome
    ) throws -> RecordLayout.Outcome {
        long.removeAll(keepingCapacity: true)
        for index in 0..<local.count { long.append(local[index]) }
        nextOverflow = payload.overflow
        var outcome = first
        while case .needs(let count) = outcome {
            guard count <= payload.total, count > long.count, try gather(count, payload.total)
            else { return .damaged }
            outcome = layout.read(
                long.span,
                total: payload.total,
                rowNumber: rowNumber,
                into: &row.cells
            )
        }
        return outcome
    }

    /// Follows the chain of further pages until so many bytes of the row are there.
    private func gather(_ count: Int, _ total: Int) throws -> Bool {
        if overflowPage.isEmpty {
            overflowPage = [UInt8](repeating: 0, count: file.header.pageBytes)
        }
        while long.count < count {
            guard seen.insert(nextOverflow), try file.load(nextOverflow, into: &overflowPage) else {
                return false
            }
            nextOverflow = Self.number32(overflowPage)
            let end = min(file.header.usableBytes, 4 + total - long.count)
            long.append(contentsOf: overflowPage[4..<end])
        }
        return true
    }

    private static func number32(_ bytes: [UInt8]) -> Int { bytes.span.number32(at: 0) }
}
