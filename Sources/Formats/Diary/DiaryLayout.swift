package import Model

/// How one diary file is laid out, so that a line can be appended as its other lines are written.
///
/// A spreadsheet may have saved it with semicolons, another order of columns, CR LF or UTF-16.
package struct DiaryLayout: Hashable, Sendable {
    /// The dialect's name, which is also that of the source of its walks.
    package static let dialect = "diary"
    /// How much of a file must be looked at.
    package static let beginningBytes = 65_536
    /// A new file: `time,entry,value,note`, UTF-8, lines ended by LF.
    package static let new = DiaryLayout(
        delimiter: UInt8(ascii: ","),
        columns: ["time", "entry", "value", "note"],
        lineEnding: "\n",
        encoding: .utf8
    )

    private let delimiter: UInt8
    /// The words of the header in lower case.
    private let columns: [String]
    private let lineEnding: String
    private let encoding: TextEncoding

    private init(delimiter: UInt8, columns: [String], lineEnding: String, encoding: TextEncoding) {
        self.delimiter = delimiter
        self.columns = columns
        self.lineEnding = lineEnding
        self.encoding = encoding
    }

    /// Finds the layout by the beginning of a file; nothing when it is no diary.
    ///
    /// - Parameters:
    ///   - bytes: the first `beginningBytes`, or all there are.
    ///   - isWhole: whether there are no more.
    package init?(beginning bytes: [UInt8], isWhole: Bool) {
        let mark = bytes.withUnsafeBufferPointer(TextEncoding.declared(by:))
        encoding = mark ?? .utf8
        let reader = TextReader(MemoryBytes(bytes), encoding: encoding)
        guard let text = try? reader.prefix(Self.beginningBytes),
            let (candidate, _) = CSVHead(text, isWhole: isWhole).diary
        else { return nil }
        delimiter = candidate.delimiter
        columns = candidate.header.words.prefix(candidate.header.width).map { $0.lowercased() }
        let end = text.firstIndex { $0 == .lineFeed || $0 == .carriageReturn }
        let isReturned = end.map { text[$0...].starts(with: [.carriageReturn, .lineFeed]) }
        lineEnding = isReturned == true ? "\r\n" : "\n"
    }

    /// Whether the file has a column for notes.
    package var hasNotes: Bool { columns.contains("note") }

    /// The header as a line, as a new file begins.
    package var header: [UInt8] { encoded(line(columns)) }

    /// The end of a line, for a file whose last line lacks it.
    package var lineEnd: [UInt8] { encoded(lineEnding) }

    /// A line with this time, written out already, this content and this note.
    package func line(time: String, _ content: DiaryContent, note: String) -> [UInt8] {
        let cells = columns.map { column in
            switch column {
            case "time": time
            case "entry": content.word
            case "value": content.value
            default: note
            }
        }
        return encoded(line(cells))
    }

    /// Whether a file that ends in these bytes, two or more, ends with a whole line.
    package func isWholeLine(endingIn tail: [UInt8]) -> Bool {
        let ends: [UInt8] = [.lineFeed, .carriageReturn]
        return ends.contains { tail.suffix(encoded(" ").count) == encoded([$0])[...] }
    }

    private func line(_ cells: [String]) -> String {
        let sign = String(Unicode.Scalar(delimiter))
        return cells.map(quoted).joined(separator: sign) + lineEnding
    }

    /// A cell as RFC 4180 writes it; blanks at its ends would be lost without quotes.
    private func quoted(_ cell: String) -> String {
        let special: Set<UInt8> = [delimiter, .quote, .lineFeed, .carriageReturn]
        let blanks: Set<UInt8> = [0x20, 0x09]
        let hasBlanks = [cell.utf8.first, cell.utf8.last].contains {
            $0.map(blanks.contains) == true
        }
        guard hasBlanks || cell.utf8.contains(where: special.contains) else { return cell }
        let doubled = cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
        return "\"" + doubled + "\""
    }

    private func encoded(_ ascii: [UInt8]) -> [UInt8] {
        encoded(String(decoding: ascii, as: UTF8.self))
    }

    private func encoded(_ text: String) -> [UInt8] {
        switch encoding {
        case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        default: Array(text.utf8)
        }
    }
}
