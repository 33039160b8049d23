import Model

/// A person's diary, in order and judged: a pure function of the entries, the home and the moment.
struct Diary: Hashable, Sendable {
    /// What is said about the plan, by civil day; days on which nothing is said have no page.
    let pages: [CivilDay: DiaryPage]
    /// All that is said of pain.
    let pain: PainHistory
    /// The strength and flexibility minutes, in order.
    let moves: [DatedEntry]
    /// The civil day of the first entry.
    let firstDate: CivilDay?

    /// Reads entries that may come in any order and more than once.
    ///
    /// - Parameters:
    ///   - entries: all entries of the person.
    ///   - home: the zones that say to which day an instant belongs.
    ///   - now: entries later than this wait.
    init(_ entries: [DiaryEntry], home: HomeZones, until now: Instant) {
        let dated = DatedEntry.all(of: entries, home: home, until: now)
        pain = PainHistory(usual: UsualPain(dated))
        pages = Self.pages(dated, scores: pain.scores)
        moves = dated.filter { if case .moves = $0.entry.content { true } else { false } }
        firstDate = dated.first?.date
    }

    /// The page of a day, empty where nothing is said.
    func page(_ date: CivilDay) -> DiaryPage { pages[date] ?? DiaryPage() }

    /// The civil day of the first word that starts the plan.
    static func firstStart(_ entries: [DiaryEntry], home: HomeZones) -> CivilDay? {
        let starts = entries.lazy.filter {
            $0.content == .plan(.start) || $0.content == .plan(.restart)
        }
        return starts.map(\.time).min().map { home.day(at: $0) }
    }

    /// Writes the pages; the scores stand in the order of the entries they come from.
    private static func pages(
        _ dated: [DatedEntry],
        scores: [PainScore]
    ) -> [CivilDay: DiaryPage] {
        var pages: [CivilDay: DiaryPage] = [:]
        var next = scores.makeIterator()
        for item in dated {
            let content = item.entry.content
            if case .pain = content, let score = next.next() {
                pages[item.date, default: DiaryPage()].take(score)
            } else {
                pages[item.date, default: DiaryPage()].take(content)
            }
        }
        return pages
    }
}
