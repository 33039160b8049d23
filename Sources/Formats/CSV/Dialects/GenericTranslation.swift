/// Puts the English words of a generic table in the place of those of another language.
///
/// The languages that know most of the headings, and no fewer than English, read the header; English
/// ones always stand for themselves, since people mix them in. Where two of these languages disagree
/// the file is refused.
enum GenericTranslation {
    /// What a heading is compared by that speaks of steps in a way that is not known: no count, but
    /// as good a reason as an English one to ask which column is.
    private static let otherSteps = "othersteps"

    /// The header with English keys.
    ///
    /// - Throws: `CSVRefusal` when two languages read a heading differently.
    static func header(_ header: CSVHeader) throws(CSVRefusal) -> CSVHeader {
        let languages = languages(of: header)
        guard !languages.isEmpty else { return header }
        var keys = header.keys
        for column in 0..<header.width where !isEnglish(header.keys[column]) {
            let meanings = (ColumnWords.meanings[header.keys[column]] ?? []).filter {
                languages.contains($0.language)
            }
            let concepts = Set(meanings.map(\.concept))
            if concepts.count > 1 {
                let names = meanings.map(\.language.rawValue).joined(separator: " and ")
                throw GenericColumns.refusal(header, [column], "means two things in \(names)")
            }
            if mayBeLength(concepts.first, in: header, languages) {
                throw GenericColumns.refusal(
                    header,
                    [column],
                    "may be a time of day or a length of time: call it \"start\" or \"duration\""
                )
            }
            if let concept = concepts.first {
                keys[column] = key(of: concept)
            } else if speaksOfSteps(header.keys[column], languages) {
                keys[column] = otherSteps
            }
        }
        return CSVHeader(header, keys: keys)
    }

    /// The languages that know most of the headings; none if English knows more, or all of them.
    private static func languages(of header: CSVHeader) -> [Language] {
        var known: [Language: Int] = [:]
        var isAnyForeign = false
        for key in header.keys.prefix(header.width) {
            let meanings = ColumnWords.meanings[key] ?? []
            let isEnglish = isEnglish(key)
            if isEnglish { known[.english, default: 0] += 1 }
            if !isEnglish, !meanings.isEmpty { isAnyForeign = true }
            for meaning in meanings where !isEnglish || meaning.language != .english {
                known[meaning.language, default: 0] += 1
            }
        }
        guard isAnyForeign, let most = known.values.max() else { return [] }
        return Language.allCases.filter { known[$0] == most && $0 != .english }
    }

    /// Whether the generic dialect knows a key as it is.
    private static func isEnglish(_ key: String) -> Bool {
        GenericColumns.instants.contains(key) || GenericColumns.starts.contains(key)
            || GenericColumns.ends.contains(key) || GenericColumns.lengths[key] != nil
            || GenericColumns.counts.contains(key) || GenericColumns.sources.contains(key)
            || GenericColumns.zones.contains(key) || GenericColumns.people.contains(key)
            || key == "count" || key == "value"
    }

    /// Whether a heading may be how long something took.
    ///
    /// The one word for both is a time of day in a table of steps, and a length in one of walks.
    private static func mayBeLength(
        _ concept: ColumnConcept?,
        in header: CSVHeader,
        _ languages: [Language]
    ) -> Bool {
        guard concept == .time else { return concept == .activityTime }
        let ofWalks: Set<ColumnConcept> = [.distance, .calories, .cadence, .title, .activityType]
        return header.keys.prefix(header.width).contains { key in
            (ColumnWords.meanings[key] ?? []).contains {
                languages.contains($0.language) && ofWalks.contains($0.concept)
            }
        }
    }

    private static func key(of concept: ColumnConcept) -> String {
        switch concept {
        case .clock: "time"
        case .person: "person"
        default: concept.rawValue
        }
    }

    private static func speaksOfSteps(_ key: String, _ languages: [Language]) -> Bool {
        languages.contains { language in
            language.words.stepStems.contains { key.contains(CSVHeader.key(of: $0)) }
        }
    }
}
