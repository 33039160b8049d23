package import Model

/// Reads JSON of every kind: the names in its first records decide which dialect it is.
package struct JSONDoor {
    /// Reads a file to its end, or to the first place that is no JSON.
    ///
    /// What is wrong with the content is in the report and is never thrown. A file that breaks off
    /// is taken up to there and `partly`. Memory is bounded whatever the file holds.
    /// - Throws: only what the source throws.
    package static func read(
        _ source: any ByteSource,
        context: FileContext,
        into sink: any ReadingSink
    ) throws -> FormatReport {
        try read(source, context: context, into: sink, chunkBytes: JSONTokenizer.chunkBytes)
    }

    static func read(
        _ source: any ByteSource,
        context: FileContext,
        into sink: any ReadingSink,
        chunkBytes: Int
    ) throws -> FormatReport {
        let head = try JSONHead(source)
        let name = context.fileName.lowercased()
        guard let dialect = JSONDialects.all.first(where: { $0.recognises(head, name) }) else {
            return refused(nil, reason(head, name))
        }
        let opening = JSONOpening(
            source: source,
            context: context,
            sink: sink,
            output: ReadingOutput(sink, plausibility: context.plausibility)
        )
        do {
            return try read(dialect, opening, JSONTokenizer(source, chunkBytes: chunkBytes))
        } catch let refusal as JSONRefusal {
            return refused(dialect.name, refusal.problem)
        }
    }

    private static func read(
        _ dialect: JSONDialect,
        _ opening: JSONOpening,
        _ json: JSONTokenizer
    ) throws -> FormatReport {
        var records = try dialect.open(opening)
        var isTruncated = false
        do {
            try records.read(json)
            _ = try json.next()
        } catch let fault as JSONFault {
            isTruncated = fault.cause == .truncated
            opening.output.report(at: fault.place, fault.message)
        }
        opening.output.finish()
        var report = opening.output.report(dialect: dialect.name, emptiness: records.emptiness)
        report.endsEarly = isTruncated
        report.zone = records.zone
        report.columns = records.meanings
        return report
    }

    /// Why a text of no dialect is refused.
    private static func reason(_ head: JSONHead, _ fileName: String) -> Problem {
        if let fault = head.fault { return Problem(at: fault.place, fault.message) }
        if fileName.hasSuffix(".binning_data.json") {
            return Problem(
                at: .wholeFile,
                "this is a detail file of Samsung Health, which is not read; drop the table"
                    + " com.samsung.shealth.tracker.pedometer_step_count of the same export instead"
            )
        }
        return Problem(at: .wholeFile, ForeignContent.json)
    }

    private static func refused(_ dialect: String?, _ problem: Problem) -> FormatReport {
        FormatReport(dialect: dialect, outcome: .refused, problems: ProblemList([problem]))
    }
}
