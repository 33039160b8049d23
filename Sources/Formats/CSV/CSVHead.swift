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
        let rowIndex: Int
        let header: CSVHeader
        let samples: [[String]]
    }

    /// The rows that may be the header, those with the earliest row first.
    let candidates: [Candidate]
    /// The first line that is not blank, for messages.
    let firstLine: String

    /// Looks at the beginning of a text; `isWhole` when there is no more than it.
    init(_ prefix: [UInt8], isWhole: Bool) {
        var candidates: [Candidate] = []
        for delimiter in Self.delimiters {
            let rows = Self.rows(of: prefix, delimiter: delimiter, isWhole: isWhole)
            for index in rows.indices.prefix(Self.preambleRows + 1) {
                let header = CSVHeader(rows[index])
                guard header.width > 1 else { continue }
                let samples = rows[(index + 1)...].filter { $0 != [""] }.prefix(Self.sampleRows)
                candidates.append(
                    Candidate(
                        delimiter: delimiter,
                        rowIndex: index,
                        header: header.above(samples),
                        samples: Array(samples)
                    )
                )
            }
        }
        self.candidates = candidates
        let lines = prefix.split { $0 == .lineFeed || $0 == .carriageReturn }
        firstLine = String(decoding: lines.first ?? [], as: UTF8.self)
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
