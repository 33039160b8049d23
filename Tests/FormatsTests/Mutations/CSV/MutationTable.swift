import Model
import TestSupport

@testable import Formats

/// The rows and cells of a sample, taken apart by rules of its own, so that what the reader does
/// wrong is not done wrong here too.
struct MutationTable: Sendable {
    struct Cell: Hashable, Sendable {
        var text: String
        var isQuoted = false
    }

    static let delimiters: [Character] = [",", ";", "\t", "|"]

    var rows: [[Cell]]
    var delimiter: Character
    /// The number of the header among the rows.
    let header: Int
    /// The columns with names of sources: other digits there are another name.
    let sources: Set<Int>
    private let mark: String
    private let lineEnd: String

    init(_ bytes: [UInt8], _ report: FormatReport) {
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let text = String(decoding: bytes.dropFirst(isMarked ? 3 : 0), as: UTF8.self)
        let candidates = Self.delimiters.map { ($0, Self.rows(of: text, $0)) }
        let best = candidates.max { left, right in
            left.1.map(\.count).reduce(0, +) < right.1.map(\.count).reduce(0, +)
        }
        mark = isMarked ? "\u{FEFF}" : ""
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
        delimiter = best?.0 ?? ","
        rows = best?.1 ?? []
        let words = report.columns.map(\.name)
        header = rows.firstIndex { $0.map(\.text).starts(with: words) && $0.count > 1 } ?? 0
        sources = Set(report.columns.indices.filter { report.columns[$0].meaning == "source" })
    }

    /// The rows below the header that have something to spoil.
    var data: [Int] {
        rows.indices.filter { row in
            row > header && rows[row].count > 1 && rows[row].contains { !$0.text.isEmpty }
        }
    }

    /// Whether all rows below the header are as wide as it: no sections, no titles.
    var isOneTable: Bool {
        rows[(header + 1)...].allSatisfy { row in
            row.count == rows[header].count || row.allSatisfy { $0.text.isEmpty }
        }
    }

    /// Whether times stand in the rows: not where a preamble says when the first row is, and each
    /// row is the next moment; a row more is another file there.
    var hasTimesInRows: Bool {
        // A header has a word for each column, a preamble may be padded to their number.
        rows[header].count { !$0.text.isEmpty } > 1
    }

    /// The line on which a row stands; no cell of a sample has two lines.
    func line(of row: Int) -> Int { row + 1 }

    /// The file.
    var bytes: [UInt8] { bytes(of: rows.map(text(of:))) }

    /// The file with other rows; nothing at the end is left of the last line end.
    func bytes(of lines: [String]) -> [UInt8] {
        Array((mark + lines.map { $0 + lineEnd }.joined()).utf8)
    }

    /// A row as it is written.
    func text(of row: [Cell]) -> String {
        row.map(written).joined(separator: String(delimiter))
    }

    private func written(_ cell: Cell) -> String {
        let needsQuotes = cell.text.contains { $0 == delimiter || $0 == "\"" || $0.isNewline }
        guard cell.isQuoted || needsQuotes else { return cell.text }
        let doubled = cell.text.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"")
        return "\"" + doubled + "\""
    }

    private static func rows(of text: String, _ delimiter: Character) -> [[Cell]] {
        var rows: [[Cell]] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            rows.append(cells(of: line, delimiter))
        }
        if rows.last == [Cell(text: "")] { rows.removeLast() }
        return rows
    }

    private static func cells(of line: Substring, _ delimiter: Character) -> [Cell] {
        var cells = [Cell(text: "")]
        var isInside = false
        for character in line {
            let last = cells.count - 1
            if character == "\"" {
                // A doubled quote closes and opens at once, and leaves one behind.
                if !isInside, cells[last].isQuoted { cells[last].text.append("\"") }
                isInside.toggle()
                cells[last].isQuoted = true
            } else if character == delimiter, !isInside {
                cells.append(Cell(text: ""))
            } else {
                cells[last].text.append(character)
            }
        }
        return cells
    }
}

extension MutationTable.Cell {
    /// Whether there are only digits and what stands between those of numbers and times.
    var isNumberOrTime: Bool {
        text.contains(where: \.isASCIIDigit)
            && text.allSatisfy { $0.isASCIIDigit || "+-.,:/TZ AMPE[]".contains($0) }
    }

    /// Whether there is a number, with or without signs between its digits.
    var isNumber: Bool {
        text.contains(where: \.isASCIIDigit)
            && text.allSatisfy { $0.isASCIIDigit || ".,-E".contains($0) }
    }
}

extension Character {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
