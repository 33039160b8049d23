package import Model

/// Reads GPX 1.0 and 1.1 as real recorders write it (FORMATS.md §2, SESSIONS.md §8.8.1, §8.10).
///
/// Recorded tracks become track pieces; waypoints, routes and plans are no walks. Points without a
/// time are left out; points off the Earth part the track. A time without a zone is UTC.
package struct GPXReader {
    /// The name of the dialect.
    package static let dialect = "gpx"

    /// Reads a file to its end, or to the first place that is no XML.
    ///
    /// A file that breaks off is taken up to there and `partly`; a file of which nothing could be
    /// used though something is in it is `refused`.
    ///
    /// - Throws: only what the source throws; then nothing of the sink may be used.
    package static func read(
        _ source: any ByteSource,
        context: FileContext,
        into sink: any ReadingSink
    ) throws -> FormatReport {
        try read(source, context: context, into: sink, chunkBytes: XMLReader.chunkBytes)
    }

    static func read(
        _ source: any ByteSource,
        context: FileContext,
        into sink: any ReadingSink,
        chunkBytes: Int
    ) throws -> FormatReport {
        let document = document(context: context, into: sink)
        let ending = try XMLReader.read(source, into: document, chunkBytes: chunkBytes)
        document.finish()
        return document.report(ending)
    }

    /// A document that hears the elements of one file.
    static func document(context: FileContext, into sink: any ReadingSink) -> GPXDocument {
        let name = context.sourceLabel ?? dialect
        return GPXDocument(
            writer: TrackWriter(source: Source(name: name, kind: .gpx), into: sink),
            plausibility: context.plausibility
        )
    }

    fileprivate static func report(
        _ document: GPXDocument,
        _ ending: XMLReader.Ending
    ) -> FormatReport {
        var tally = document.tally
        if let root = document.foreignRoot {
            tally.problems.remark(at: root.place, ForeignContent.sentence(forRoot: root.name))
        }
        if let problem = ending.problem { tally.problems.note(problem) }
        let outcome = outcome(tally, document)
        if outcome == .taken, document.pointsGiven == 0, tally.problems.list.isEmpty {
            tally.problems.remark(at: .wholeFile, tally.emptiness)
        }
        var report = FormatReport(
            dialect: document.isGPX ? dialect : nil,
            outcome: outcome,
            problems: tally.problems.list,
            endsEarly: ending.problem?.cause == .truncated,
            encoding: ending.encoding,
            zone: document.isGPX ? "as each time says, else UTC" : "",
            columns: document.isGPX ? tally.columns : []
        )
        report.isOnlyImplausible = outcome == .refused && document.pointsGiven > 0
        return report
    }

    private static func outcome(_ tally: GPXTally, _ document: GPXDocument) -> FileOutcome {
        guard document.isGPX else { return .refused }
        guard tally.problems.isPartly else { return .taken }
        return tally.soundPoints > 0 ? .partly : .refused
    }
}

extension GPXDocument {
    func report(_ ending: XMLReader.Ending) -> FormatReport { GPXReader.report(self, ending) }
}
