// Any bytes as rows: nothing traps, and rows do not depend on how the bytes come in pieces.
@testable import Formats
import Model

/// Reads an input as rows.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTokenizer(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
    for delimiter in delimiters.prefix(1 + count % 4) {
        let whole = rows(bytes, delimiter, pieceBytes: max(1, count))
        let cut = rows(bytes, delimiter, pieceBytes: 1 + count % 7)
        precondition(whole == cut, "the size of the pieces shows")
    }
    return 0
}

private struct FuzzRow: Equatable {
    let cells: [[UInt8]]
    let places: [TextPlace]
    let isTerminated: Bool
    let fault: CSVRow.Fault?
}

/// The rows up to the end or to the first limit that is passed.
private func rows(_ bytes: [UInt8], _ delimiter: UInt8, pieceBytes: Int) -> [FuzzRow] {
    var tokenizer = CSVTokenizer(delimiter: delimiter)
    var rows: [FuzzRow] = []
    func keep(_ row: CSVRow) -> Bool {
        precondition(row.count > 0, "a row without cells")
        rows.append(
            FuzzRow(
                cells: (0..<row.count).map { Array(row[$0]) },
                places: (0..<row.count).map { row.place(of: $0) },
                isTerminated: row.isTerminated,
                fault: row.fault
            )
        )
        return true
    }
    do {
        for start in stride(from: 0, to: bytes.count, by: pieceBytes) {
            let piece = bytes[start..<min(bytes.count, start + pieceBytes)]
            _ = try piece.withUnsafeBufferPointer { try tokenizer.feed($0, keep) }
        }
        try tokenizer.finish(keep)
    } catch {
        return rows
    }
    return rows
}
