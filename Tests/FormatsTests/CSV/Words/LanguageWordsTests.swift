import Testing

@testable import Formats

@Suite struct LanguageWordsTests {
    @Test(arguments: Language.allCases)
    func `no heading of a language means two things`(language: Language) {
        var seen: [String: ColumnConcept] = [:]
        for (concept, spellings) in language.words.columns {
            for spelling in spellings {
                let key = CSVHeader.key(of: spelling)
                #expect(!key.isEmpty)
                #expect(seen[key] == nil, "\(language.rawValue): \(spelling)")
                seen[key] = concept
            }
        }
        for concept in [ColumnConcept.date, .start, .end, .duration, .steps, .activityType] {
            #expect(language.words.columns[concept] != nil, "\(language.rawValue): \(concept)")
        }
    }

    @Test func `no activity is a walk in one language and none in another`() {
        func keys(_ words: (LanguageWords) -> [String]) -> Set<String> {
            Set(Language.allCases.flatMap { words($0.words) }.map { CSVHeader.key(of: $0) })
        }
        #expect(keys(\.walks).intersection(keys(\.otherActivities)) == [])
    }

    @Test func `no name of a month is that of another month elsewhere`() {
        var seen: [String: Int] = [:]
        for language in Language.allCases {
            #expect(language.words.months.count == 12)
            for (index, names) in language.words.months.enumerated() {
                for name in names {
                    let key = CSVHeader.key(of: name)
                    #expect(seen[key, default: index] == index, "\(language.rawValue): \(name)")
                    seen[key] = index
                }
            }
        }
    }

    @Test(
        arguments: [
            ("Walking", .walk), ("Gåtur", .walk), ("Promenad", .walk), ("Gyaloglás", .walk),
            ("Chodzenie", .walk), ("Gehen", .walk), ("Wandern", .walk), ("outdoor walk", .walk),
            ("Strength Training", .other), ("Corrida em esteira", .other), ("Løping", .other),
            ("Radfahren", .other), ("Treadmill", nil), ("Lopen", nil), ("", nil), ("Walkies", nil),
        ] as [(String, ActivityKind?)]
    )
    func `activities are known by their names alone`(word: String, kind: ActivityKind?) {
        let found = Array(word.utf8).withUnsafeBufferPointer { ActivityWords.kind(of: $0) }
        #expect(found == kind)
    }

    @Test(
        arguments: [
            ("Feb", 2), ("Mai", 5), ("mar", 3), ("Déc.", 12), ("października", 10), ("out", 10),
            ("Lis", 11), ("Foo", nil), ("", nil),
        ] as [(String, Int?)]
    )
    func `months are known in full and short`(name: String, month: Int?) {
        #expect(MonthWords.month(name) == month)
    }
}
