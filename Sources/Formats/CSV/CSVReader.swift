package import Model

/// Reads CSV files of every dialect: the door of this folder.
package struct CSVReader {
    /// Reads one file into a sink.
    ///
    /// What is wrong with the content is in the report and is never thrown; what a refused file gave
    /// to the sink must be thrown away. Memory is bounded whatever the file holds; the file is read
    /// two to three times, once more only where dates or numbers can mean two things.
    /// - Throws: only what the source throws.
    package static func read(
        _ source: any ByteSource,
        context: FileContext,
        into sink: any ReadingSink
    ) throws -> FormatReport {
        let scan: TextScan
        switch try TextScan.scan(source) {
        case .success(let found): scan = found
        case .failure(let refusal): return refused(refusal.reason, encoding: "")
        }
        do {
            return try CSVReading(source, scan, context, sink).run()
        } catch let refusal as CSVRefusal {
            return FormatReport(
                dialect: refusal.dialect,
                outcome: .refused,
                problems: try TextPlaces(source, encoding: scan.encoding)
                    .translate(ProblemList([refusal.problem])),
                endsEarly: !scan.isLastLineEnded,
                encoding: scan.encoding.name
            )
        }
    }

    /// Whether the beginning of a file, of which 4 KiB are enough, can be that of a text and so of CSV.
    package static func looksLikeText(_ prefix: [UInt8]) -> Bool {
        TextScan.looksLikeText(prefix)
    }

    private static func refused(_ reason: String, encoding: String) -> FormatReport {
        FormatReport(
            dialect: nil,
            outcome: .refused,
            problems: ProblemList([Problem(at: .wholeFile, reason)]),
            encoding: encoding
        )
    }
}
