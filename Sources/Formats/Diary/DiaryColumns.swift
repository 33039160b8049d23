/// The columns of a diary, known by the words of its header: `time`, `entry`, `value` and, if it
/// has one, `note` (PLAN.md §3).
///
/// Words may stand in any order and in upper or lower case. Other columns make it another's file,
/// since nobody could say what they mean.
struct DiaryColumns: Hashable {
    let time: Int
    let entry: Int
    let value: Int
    let note: Int?

    /// The columns that every line must have.
    var needed: Int { max(time, entry, value) + 1 }

    /// Finds the columns; nothing when the header is not that of a diary.
    init?(_ header: CSVHeader) {
        let words = header.words.prefix(header.width).map { $0.lowercased() }
        guard let time = words.firstIndex(of: "time"), let entry = words.firstIndex(of: "entry"),
            let value = words.firstIndex(of: "value")
        else { return nil }
        note = words.firstIndex(of: "note")
        guard words.count == (note == nil ? 3 : 4) else { return nil }
        self.time = time
        self.entry = entry
        self.value = value
    }

    /// What each column is taken for, for `amble inspect`.
    func meaning(of column: Int) -> String {
        switch column {
        case time: "time"
        case entry: "entry"
        case value: "value"
        default: "for the writer alone"
        }
    }
}

extension CSVHead {
    /// The row that is the header of a diary; nothing when there is none.
    var diary: (candidate: Candidate, columns: DiaryColumns)? {
        for candidate in candidates {
            if let columns = DiaryColumns(candidate.header) { return (candidate, columns) }
        }
        return nil
    }
}
