/// "Yes" and "no" in all languages, as apps and spreadsheets write them.
enum YesNoWords {
    private static let answers: [String: Bool] = {
        var answers: [String: Bool] = [:]
        for language in Language.allCases {
            for word in language.words.yes { answers[CSVHeader.key(of: word)] = true }
            for word in language.words.no { answers[CSVHeader.key(of: word)] = false }
        }
        return answers
    }()

    /// The answer in a cell; nothing when it is none.
    static func answer(_ cell: String) -> Bool? { answers[CSVHeader.key(of: cell)] }
}
