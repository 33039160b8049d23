/// The headings of all languages, found by their spelling.
enum ColumnWords {
    /// What a heading means in one language.
    struct Meaning: Hashable, Sendable {
        let language: Language
        let concept: ColumnConcept
    }

    /// The meanings of a heading, by its `CSVHeader.key`; a language has one at most.
    static let meanings: [String: [Meaning]] = {
        var meanings: [String: [Meaning]] = [:]
        for language in Language.allCases {
            for (concept, spellings) in language.words.columns {
                for spelling in spellings {
                    let meaning = Meaning(language: language, concept: concept)
                    meanings[CSVHeader.key(of: spelling), default: []].append(meaning)
                }
            }
        }
        return meanings
    }()

    /// The keys of a concept in a language.
    static func keys(of concept: ColumnConcept, in language: Language) -> Set<String> {
        Set((language.words.columns[concept] ?? []).map { CSVHeader.key(of: $0) })
    }
}

extension CSVHeaderPattern {
    /// Headers that have all of these concepts among others, one pattern a language.
    static func parts(_ concepts: ColumnConcept...) -> [CSVHeaderPattern] {
        Language.allCases.map { language in
            CSVHeaderPattern(
                keys: concepts.map { ColumnWords.keys(of: $0, in: language) },
                isWhole: false
            )
        }
    }
}
