/// The first rows of a file under each delimiter it may have, and what dialect they announce.
///
/// The header is looked for behind up to twelve lines of preamble (FORMATS.md §5.1): the first rows
/// are compared with every dialect, and the longest list of words that is all there wins.
struct CSVHead {
    /// How many rows may stand before the header.
    static let preambleRows = 12
    /// How many rows after the header a dialect may look at first.
    static let sampleRows = 12
    /// The delimiters, in the order in which they are tried.
    static let delimiters: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

    /// A row that may be the header.
    struct Candidate {
        let delimiter: UInt8
        /// The row of the header, or the last one before the data where there is no header.
        let rowIndex: Int
        let header: CSVHeader
        let samples: [[String]]
        /// The first line of the file that is not blank, in which some makers name the table.
        let firstLine: String
        /// The rows before the data, without the header, as lines of text.
        let preamble: [String]
        /// Whether the header stands in the file; else its preamble tells what the columns are.
        var isInFile = true
    }

    /// The first rows under one delimiter, blank ones included.
    struct Table {
        let delimiter: UInt8
        let rows: [[String]]

        /// The first rows as lines of text, without the delimiters that pad them to the width of
        /// the data.
        func lines(_ count: Int) -> [String] {
            let sign = String(decoding: [delimiter], as: UTF8.self)
            return rows.prefix(count).map { row in
                let last = row.lastIndex { !$0.isEmpty } ?? -1
                return row.prefix(last + 1).joined(separator: sign)
            }
        }

        /// The rows behind this one that are not blank, as many as a dialect may look at.
        func samples(behind index: Int) -> [[String]] {
            Array(rows.dropFirst(index + 1).filter { $0 != [""] }.prefix(CSVHead.sampleRows))
        }
    }

    /// The first rows under each delimiter.
    let tables: [Table]
    /// The rows that may be the header, those with the earliest row first.
    let candidates: [Candidate]
    /// The first line that is not blank, for messages.
    let firstLine: String

    /// Looks at the beginning of a text; `isWhole` when there is no more than it.
    init(_ prefix: [UInt8], isWhole: Bool) {
        let lines = prefix.split { $0 == .lineFeed || $0 == .carriageReturn }
        let firstLine = String(decoding: lines.first ?? [], as: UTF8.self)
        self.firstLine = firstLine
        tables = Self.delimiters.map { delimiter in
            let rows = Self.rows(of: prefix, delimiter: delimiter, isWhole: isWhole)
            return Table(delimiter: delimiter, rows: rows)
        }
        candidates = tables.flatMap { Self.candidates(of: $0, firstLine: firstLine) }
    }

    private static func candidates(of table: Table, firstLine: String) -> [Candidate] {
        table.rows.indices.prefix(preambleRows + 1).compactMap { index in
            let header = CSVHeader(table.rows[index])
            guard header.width > 1 else { return nil }
            let samples = table.samples(behind: index)
            return Candidate(
                delimiter: table.delimiter,
                rowIndex: index,
                header: header.above(samples),
                samples: samples,
                firstLine: firstLine,
                preamble: table.lines(index)
            )
        }
    }

    /// The first rows as text; the last one is left out when it may be cut off.
    private static func rows(of text: [UInt8], delimiter: UInt8, isWhole: Bool) -> [[String]] {
        var tokenizer = CSVTokenizer(delimiter: delimiter)
        var rows: [[String]] = []
        let keep: (CSVRow) -> Bool = { row in
            rows.append((0..<row.count).map { String(decoding: row[$0], as: UTF8.self) })
            return rows.count < preambleRows + 1 + sampleRows
        }
        do {
            let goesOn = try text.withUnsafeBufferPointer { try tokenizer.feed($0, keep) }
            if goesOn, isWhole { try tokenizer.finish(keep) }
        } catch {
            // A limit was passed: the rows before it may still say what the file is, and the parse
            // will come to the same place and say so.
        }
        return rows
    }
}
