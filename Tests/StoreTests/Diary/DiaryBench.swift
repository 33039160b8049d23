import Model

@testable import Store

/// An entry, so many minutes after `morning`.
func entry(_ offset: Int, _ content: DiaryContent) -> DiaryEntry {
    DiaryEntry(time: morning.advanced(by: Int64(offset) * 60_000), content: content)
}

/// A draft of a diary, with its walks as a parser gives them.
func diaryDraft(_ entries: [DiaryEntry]) -> FileDraft {
    let draft = FileDraft()
    let source = draft.index(of: Source(name: "diary", kind: .declared)) ?? 0
    for (index, entry) in entries.enumerated() {
        draft.take(diary: [entry])
        guard case .walk(let minutes) = entry.content else { continue }
        let length = Milliseconds.minutes(Int64(minutes))
        draft.take(declared: [
            DeclaredReading(
                start: entry.time.advanced(by: -length.count),
                end: entry.time,
                moving: length,
                steps: nil,
                line: Int32(index + 2),
                source: source
            )
        ])
    }
    return draft
}

/// A diary file with a content of this number.
func diaryFile(
    _ number: Int,
    path: String = "/walks/diary.csv",
    outcome: FileOutcome = .taken,
    problems: ProblemList = ProblemList()
) -> SeenFile {
    var file = file(number, path: path, outcome: outcome, problems: problems)
    file.dialect = "diary"
    return file
}

extension WalkStore {
    /// Records a diary that says this.
    @discardableResult
    func say(
        _ entries: [DiaryEntry],
        content: Int,
        path: String = "/walks/diary.csv",
        readAgain: Instant? = nil
    ) throws -> RecordResult {
        try record(diary: diaryFile(content, path: path), diaryDraft(entries), readAgain: readAgain)
    }

    /// The declared walks from some day to some day, as minutes after `morning`.
    func declaredWalks(now: Instant) throws -> [Range<Int>] {
        let span = morning.advanced(by: -86_400_000 * 9)..<morning.advanced(by: 86_400_000 * 9)
        let found = try observations(person: "me", in: span, limits: Plausibility(now: now))
        return found.declared.map {
            Int(
                morning.milliseconds(to: $0.reading.start) / 60_000
            )..<Int(morning.milliseconds(to: $0.reading.end) / 60_000)
        }
    }
}

/// Runs a test with a store of its own.
func withStore(_ body: (WalkStore) throws -> Void) throws {
    let folder = StoreFolder()
    defer { folder.remove() }
    let store = try WalkStore(path: folder.database)
    defer { store.close() }
    try body(store)
}
