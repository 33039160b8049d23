import Model

/// The pain that is usual for a person on a day (PLAN.md §2.3).
///
/// The last setting up to the end of the day; else the lower median of the scores dated 1 to 14
/// days earlier; else the first score of all, once it was given.
struct UsualPain: Hashable, Sendable {
    /// A word of the person, a score or that it shall be found from the diary.
    struct Setting: Hashable, Sendable, Dated {
        /// The civil day on which it was said.
        let date: CivilDay
        /// The usual score; nothing when it shall be found.
        let value: Int?
    }

    /// All scores, in order.
    let scores: [PainScore]
    /// All settings, in order.
    let settings: [Setting]

    /// How many days before a day its median looks at.
    private static let span = 14

    /// The usual pain on a day; nothing before the first score.
    func value(on date: CivilDay) -> Int? {
        if let value = settings.last(through: date)?.value { return value }
        let window = scores.dated(date.advanced(by: -Self.span)...date.advanced(by: -1))
        if !window.isEmpty {
            let values = window.map(\.value).sorted()
            return values[(values.count - 1) / 2]
        }
        return scores.first.flatMap { $0.date <= date ? $0.value : nil }
    }
}

extension UsualPain {
    /// Finds scores and settings in a diary that is in order.
    init(_ dated: [DatedEntry]) {
        scores = dated.compactMap { item in
            guard case .pain(let value) = item.entry.content else { return nil }
            return PainScore(time: item.entry.time, date: item.date, value: value)
        }
        settings = dated.compactMap { item in
            switch item.entry.content {
            case .plan(.usual(let value)): Setting(date: item.date, value: value)
            case .plan(.usualAuto): Setting(date: item.date, value: nil)
            default: nil
            }
        }
    }
}
