/// Finds the columns of Samsung Health, some of which bear the name of their table before their own
/// and some do not, as the version pleases.
enum SamsungColumns {
    private static let prefixes = [
        "", "com.samsung.health.step_count.", "com.samsung.shealth.tracker.pedometer_step_count.",
        "com.samsung.shealth.step_daily_trend.",
        "com.samsung.shealth.tracker.pedometer_day_summary.",
        "com.samsung.shealth.activity.day_summary.",
    ]

    /// The keys of a column with and without the name of a table.
    static func keys(of word: String) -> Set<String> {
        Set(prefixes.map { CSVHeader.key(of: $0 + word) })
    }

    /// A header with these columns among others.
    static func pattern(_ words: String...) -> CSVHeaderPattern {
        CSVHeaderPattern(keys: words.map(keys(of:)), isWhole: false)
    }

    /// The column of a word; nothing when there is none.
    ///
    /// - Throws: `CSVRefusal` when there are several.
    static func column(_ word: String, in header: CSVHeader) throws(CSVRefusal) -> Int? {
        let keys = keys(of: word)
        let found = header.keys.indices.filter { keys.contains(header.keys[$0]) }
        if found.count > 1 {
            throw GenericColumns.refusal(header, Array(found), "could each be the \(word)")
        }
        return found.first
    }

    /// Whether first line or name of the file say that it is this table.
    static func isTable(_ name: String, _ opening: CSVOpening) -> Bool {
        opening.firstLine.contains(name) || opening.fileName.contains(name)
    }
}

extension CSVSources.Style {
    /// The sources of all tables of Samsung Health, named by their `deviceuuid`.
    static let samsungHealth = CSVSources.Style(defaultName: "samsung-health", omitsZeros: true)
}
