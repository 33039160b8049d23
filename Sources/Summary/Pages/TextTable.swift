/// Columns of text under each other; numbers lean to the right, the last column is never padded.
struct TextTable {
    /// How a column stands.
    enum Alignment: Sendable {
        case left
        case right
    }

    private let alignments: [Alignment]
    private var rows: [[String]] = []

    /// Makes an empty table with one column for each alignment.
    init(_ alignments: [Alignment]) {
        self.alignments = alignments
    }

    /// Adds a row; missing cells at its end are empty, further ones are dropped.
    mutating func add(_ cells: [String]) {
        rows.append(Array(cells.prefix(alignments.count)))
    }

    /// The rows, two spaces between columns; columns that are empty in every row are left out.
    var lines: [String] {
        let widths = alignments.indices.map { column in
            rows.map { cell(column, of: $0).count }.max() ?? 0
        }
        let shown = alignments.indices.filter { widths[$0] > 0 }
        return rows.map { row in
            let cells = shown.map { column in
                padded(cell(column, of: row), to: widths[column], alignments[column])
            }
            return Self.trimmed(cells.joined(separator: "  "))
        }
    }

    private func cell(_ column: Int, of row: [String]) -> String {
        row.indices.contains(column) ? row[column] : ""
    }

    private func padded(_ text: String, to width: Int, _ alignment: Alignment) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return alignment == .left ? text + space : space + text
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
