/// The names of months in all languages.
enum MonthWords {
    private static let months: [String: Int] = {
        var months: [String: Int] = [:]
        for language in Language.allCases {
            for (index, names) in language.words.months.enumerated() {
                for name in names { months[CSVHeader.key(of: name)] = index + 1 }
            }
        }
        return months
    }()

    /// The month of a name, 1 to 12, in whatever case and with or without a full stop.
    static func month(_ name: some StringProtocol) -> Int? {
        months[CSVHeader.key(of: name)]
    }
}
