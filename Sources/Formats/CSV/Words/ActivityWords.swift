/// What kind of activity a word of an export names.
enum ActivityKind: Hashable, Sendable {
    /// Walking or hiking, in whatever place.
    case walk
    /// Anything else that has a name here.
    case other
}

/// The names of activities in all languages.
enum ActivityWords {
    private static let kinds: [String: ActivityKind] = {
        var kinds: [String: ActivityKind] = [:]
        for language in Language.allCases {
            for word in language.words.otherActivities { kinds[CSVHeader.key(of: word)] = .other }
        }
        for language in Language.allCases {
            for word in language.words.walks { kinds[CSVHeader.key(of: word)] = .walk }
        }
        return kinds
    }()

    /// The kind of an activity; nothing when the word is not known, which is never guessed at.
    static func kind(of word: UnsafeBufferPointer<UInt8>) -> ActivityKind? {
        guard word.count <= 200 else { return nil }
        return kinds[CSVHeader.key(of: String(decoding: word, as: UTF8.self))]
    }
}
