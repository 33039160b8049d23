/// A language in which apps and people write the words of their tables.
enum Language: String, CaseIterable, Sendable {
    case english = "English"
    case german = "German"
    case french = "French"
    case spanish = "Spanish"
    case italian = "Italian"
    case portuguese = "Portuguese"
    case dutch = "Dutch"
    case swedish = "Swedish"
    case danish = "Danish"
    case norwegian = "Norwegian"
    case polish = "Polish"
    case hungarian = "Hungarian"

    /// Its words.
    var words: LanguageWords {
        switch self {
        case .english: .english
        case .german: .german
        case .french: .french
        case .spanish: .spanish
        case .italian: .italian
        case .portuguese: .portuguese
        case .dutch: .dutch
        case .swedish: .swedish
        case .danish: .danish
        case .norwegian: .norwegian
        case .polish: .polish
        case .hungarian: .hungarian
        }
    }
}
