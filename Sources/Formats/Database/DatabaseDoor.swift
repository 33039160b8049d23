package import Model

/// Reads SQLite databases of every known program: the tables decide whose it is.
package struct DatabaseDoor {
    /// Reads a database.
    ///
    /// What is wrong with the content is in the report and is never thrown. Pages that are damaged or
    /// missing are left out, and the file is `partly`. Memory is bounded whatever the file holds.
    /// - Throws: only what the source throws.
    package static func read(
        _ source: any ByteSource,
        context: FileContext,
        into sink: any ReadingSink
    ) throws -> FormatReport {
        var dialect: String?
        do {
            let database = try Database(source)
            guard let found = DatabaseDialects.all.first(where: { $0.recognises(database) }) else {
                return refused(nil, stranger, endsEarly: database.file.isTruncated)
            }
            dialect = found.name
            let opening = DatabaseOpening(
                database: database,
                context: context,
                sink: sink,
                output: ReadingOutput(sink, plausibility: context.plausibility)
            )
            return try read(found, opening)
        } catch let refusal as DatabaseRefusal {
            return refused(dialect, refusal.message)
        }
    }

    private static func read(
        _ dialect: DatabaseDialect,
        _ opening: DatabaseOpening
    ) throws -> FormatReport {
        let file = opening.database.file
        if file.isTruncated, let declared = file.header.declaredPages {
            opening.output.report(
                at: .wholeFile,
                "the database breaks off: it has \(file.pageCount) of its \(declared) pages; copy it"
                    + " again once it is complete"
            )
        }
        for name in opening.database.namesNotUnderstood {
            opening.output.report(
                at: .wholeFile,
                "the definition of the table \(ShownText.quoted(name.utf8)) is damaged or not"
                    + " understood; its rows were not read"
            )
        }
        var records = dialect.open(opening)
        try records.read()
        opening.output.finish()
        var report = opening.output.report(dialect: dialect.name, emptiness: records.emptiness)
        report.endsEarly = file.isTruncated
        report.encoding =
            "\(file.header.encoding.name), SQLite"
            + (file.header.usesWriteAheadLog ? " with a write-ahead log" : "")
        report.zone = records.zone
        report.columns = records.meanings
        return report
    }

    private static let stranger =
        "this is an SQLite database of another program; Amble reads those of Gadgetbridge and"
        + " exports of Health Connect; else export its step counts as CSV"

    private static func refused(
        _ dialect: String?,
        _ message: String,
        endsEarly: Bool = false
    ) -> FormatReport {
        FormatReport(
            dialect: dialect,
            outcome: .refused,
            problems: ProblemList([Problem(at: .wholeFile, message)]),
            endsEarly: endsEarly
        )
    }
}
