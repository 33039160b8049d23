/// The words of one language that stand in the exports of apps and in people's own tables.
///
/// Which of them were seen in real exports and which are plain translations says docs/FORMATS.md.
struct LanguageWords: Sendable {
    /// The headings, as they are written; compared in the form of `CSVHeader.key`.
    let columns: [ColumnConcept: [String]]
    /// Parts of words that speak of steps: a heading with one may be a count.
    let stepStems: [String]
    /// Activities that are walks.
    let walks: [String]
    /// Activities that are none.
    let otherActivities: [String]
    /// The names of the twelve months, in full and short, January first.
    let months: [[String]]
}
