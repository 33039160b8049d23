/// A header understood in the language in which an app wrote it.
///
/// Its languages are those that know every heading the dialect cannot do without; Danish and
/// Norwegian may both. Where they, or two columns of one name, leave a heading open, asking for it
/// refuses the file.
struct LocalHeader {
    /// The languages that read the header.
    let languages: [Language]
    private let header: CSVHeader
    private let columns: [ColumnConcept: [Int]]
    private let concepts: [Int: Set<ColumnConcept>]

    /// Reads a header; nothing when no language knows all that is required.
    ///
    /// Nor when another knows more of all headings: one of its words is misspelt, so that it is a word
    /// of a language that would not know the others.
    init?(_ header: CSVHeader, requiring required: [ColumnConcept]) {
        var found: [Language: [ColumnConcept: [Int]]] = [:]
        for (column, key) in header.keys.prefix(header.width).enumerated() {
            for meaning in ColumnWords.meanings[key] ?? [] {
                found[meaning.language, default: [:]][meaning.concept, default: []].append(column)
            }
        }
        let known = found.mapValues { $0.values.reduce(0) { $0 + $1.count } }
        let most = known.values.max() ?? 0
        let languages = Language.allCases.filter { language in
            required.allSatisfy { found[language]?[$0] != nil }
        }
        guard languages.contains(where: { known[$0] == most }) else { return nil }
        var columns: [ColumnConcept: Set<Int>] = [:]
        var concepts: [Int: Set<ColumnConcept>] = [:]
        for language in languages {
            for (concept, places) in found[language] ?? [:] {
                columns[concept, default: []].formUnion(places)
                for place in places { concepts[place, default: []].insert(concept) }
            }
        }
        self.header = header
        self.languages = languages
        self.columns = columns.mapValues { $0.sorted() }
        self.concepts = concepts
    }

    /// The column of a concept; nothing when there is none.
    ///
    /// - Throws: `CSVRefusal` when there are several, or when languages read it differently.
    func column(_ concept: ColumnConcept) throws(CSVRefusal) -> Int? {
        guard let places = columns[concept], let place = places.first else { return nil }
        if places.count > 1 {
            throw GenericColumns.refusal(header, places, "could each be the \(concept.rawValue)")
        }
        if let meanings = concepts[place], meanings.count > 1 {
            let names = languages.map(\.rawValue).joined(separator: " and ")
            throw GenericColumns.refusal(header, [place], "means two things in \(names)")
        }
        return place
    }
}
