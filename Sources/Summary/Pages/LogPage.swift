import Model

/// The daily log with the newest revision of each day: `amble log`.
package enum LogPage {
    /// Writes the page.
    ///
    /// - Parameters:
    ///   - told: what was told last of each day, in any order.
    ///   - last: how many days are shown, the latest ones; nothing for all.
    /// - Returns: one line a day, by date.
    package static func lines(_ told: some Sequence<ToldDay>, last: Int? = nil) -> [String] {
        let days = told.sorted { $0.date < $1.date }
        return days.suffix(max(0, last ?? days.count)).map(\.line)
    }

    /// Picks the newest revision of each day out of lines of `summary.jsonl`.
    ///
    /// - Parameters:
    ///   - objects: lines of the file; those this program did not write are left out.
    ///   - person: whose days are wanted.
    ///   - last: how many days are shown, the latest ones; nothing for all.
    /// - Returns: one line a day, by date.
    package static func newest(
        _ objects: some Sequence<String>,
        person: String,
        last: Int? = nil
    ) -> [String] {
        let wanted = JSONText.string(person).text
        var newest: [String: (revision: Int, line: String)] = [:]
        for line in objects {
            guard let key = LogKey(line), key.person == wanted else { continue }
            if let known = newest[key.date], known.revision > key.revision { continue }
            newest[key.date] = (key.revision, line)
        }
        let days = newest.sorted { $0.key < $1.key }.map(\.value.line)
        return Array(days.suffix(max(0, last ?? days.count)))
    }
}
