/// Every layout of CSV that Amble reads.
enum CSVDialects {
    /// The dialects that are known by their header words; order carries no meaning.
    static let all: [CSVDialect] = [
        .actiGraph,
        .activPAL,
        .appleHealthRecords,
        .columbusLogger,
        .fitabaseDays,
        .fitabaseHours,
        .fitabaseMinutes,
        .fitabaseWideMinutes,
        .fitbitAccount,
        .gadgetbridge,
        .garminActivities,
        .garminSteps,
        .googleFitDay,
        .googleFitDays,
        .googleHealthExercises,
        .googleHealthTakeout,
        .healthAutoExport,
        .healthAutoExportWorkouts,
        .miFitDays,
        .miFitMinutes,
        .miFitStages,
        .miFitness,
        .miFitnessDays,
        .miFitnessSports,
        .omronPedometer,
        .oura,
        .samsungActivityDays,
        .samsungPedometerDays,
        .samsungSteps,
        .samsungTrend,
        .withingsActivities,
        .withingsDays,
        .openTracks,
        .oxWearablesBouts,
        .oxWearablesDays,
        .oxWearablesSteps,
        .oxWearablesWindows,
        .polarActivitySamples,
        .polarSession,
        .pulseOn,
        .stravaActivities,
        .trackTable,
        .withingsRaw,
    ]

    /// The dialect of a file, opened.
    struct Match {
        let dialect: CSVDialect
        let candidate: CSVHead.Candidate
        let reader: any CSVRowReader
    }

    /// Finds the dialect of a file by its preamble, or by the words of its header, the longest list
    /// first; a table that no app is known to write comes last.
    ///
    /// - Throws: `CSVRefusal` with the reason when there is none.
    static func match(
        _ head: CSVHead,
        _ opening: (CSVHead.Candidate) -> CSVOpening
    ) throws -> Match {
        if let match = try announced(head, opening) { return match }
        for (dialect, candidate) in known(head) {
            do {
                guard let reader = try dialect.open(opening(candidate)) else { continue }
                return Match(dialect: dialect, candidate: candidate, reader: reader)
            } catch var refusal as CSVRefusal {
                refusal.dialect = dialect.name
                throw refusal
            }
        }
        if let stranger = CSVStrangers.name(of: head) {
            throw CSVRefusal("this is \(stranger), which Amble does not read; \(whatIsRead)")
        }
        return try generic(head, opening)
    }

    /// The dialect whose preamble stands before the table.
    private static func announced(
        _ head: CSVHead,
        _ opening: (CSVHead.Candidate) -> CSVOpening
    ) throws -> Match? {
        for dialect in all {
            do {
                guard let candidate = try dialect.preamble?(head),
                    let reader = try dialect.open(opening(candidate))
                else { continue }
                return Match(dialect: dialect, candidate: candidate, reader: reader)
            } catch var refusal as CSVRefusal {
                refusal.dialect = dialect.name
                throw refusal
            }
        }
        return nil
    }

    /// Tries every row and delimiter; of several refusals the first is the reason.
    private static func generic(
        _ head: CSVHead,
        _ opening: (CSVHead.Candidate) -> CSVOpening
    ) throws -> Match {
        var reason: CSVRefusal?
        for candidate in head.candidates {
            do {
                guard let reader = try CSVDialect.generic.open(opening(candidate)) else { continue }
                return Match(dialect: .generic, candidate: candidate, reader: reader)
            } catch let refusal as CSVRefusal {
                reason = reason ?? refusal
            }
        }
        throw reason ?? CSVRefusal(noDialect(head))
    }

    private static func known(_ head: CSVHead) -> [(CSVDialect, CSVHead.Candidate)] {
        var found: [(words: Int, dialect: CSVDialect, candidate: CSVHead.Candidate)] = []
        for candidate in head.candidates {
            for dialect in all {
                for pattern in dialect.headers where pattern.matches(candidate.header) {
                    found.append((pattern.keys.count, dialect, candidate))
                }
            }
        }
        let order = found.indices.sorted {
            (found[$1].words, $0) < (found[$0].words, $1)
        }
        return order.map { (found[$0].dialect, found[$0].candidate) }
    }

    /// Dozens of names would hide the one that a person looks for.
    private static let whatIsRead =
        "docs/FORMATS.md tells what it reads, and "
        + "how a table of your own must look: a column of times and one of steps"

    private static func noDialect(_ head: CSVHead) -> String {
        "no header of a known export stands in the first lines, which begin "
            + "\(ShownText.quoted(head.firstLine.utf8)); \(whatIsRead)"
    }
}
