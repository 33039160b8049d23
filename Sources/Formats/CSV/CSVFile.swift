/// A text file seen as rows; it can be gone through more than once.
struct CSVFile {
    private let source: any ByteSource
    private let encoding: TextEncoding
    /// The sign between cells.
    let delimiter: UInt8
    /// The number of the header among all rows, blank ones included, from 0.
    let headerIndex: Int

    /// Sees a source as rows.
    init(_ source: any ByteSource, encoding: TextEncoding, delimiter: UInt8, headerIndex: Int) {
        self.source = source
        self.encoding = encoding
        self.delimiter = delimiter
        self.headerIndex = headerIndex
    }

    /// Goes through the rows after the header until the closure returns `false`.
    ///
    /// - Throws: what the source and the closure throw, and `CSVRefusal` when a limit is passed.
    func forEachRow(_ body: (CSVRow) throws -> Bool) throws {
        let mark = encoding.isUTF8 ? encoding.markLength : 0
        var tokenizer = CSVTokenizer(
            delimiter: delimiter,
            firstByte: mark,
            rowsToSkip: headerIndex + 1
        )
        var goesOn = true
        try TextReader(source, encoding: encoding).forEachPiece { piece in
            goesOn = try tokenizer.feed(piece, body)
            return goesOn
        }
        if goesOn { try tokenizer.finish(body) }
    }
}
