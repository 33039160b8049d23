import Model

/// An entry of a diary with its civil day at home.
struct DatedEntry: Hashable, Sendable, Dated {
    /// The civil day that holds the entry's instant.
    let date: CivilDay
    /// The entry.
    let entry: DiaryEntry

    /// Puts entries in order, each once, and dates them; those later than the moment are left out.
    static func all(
        of entries: [DiaryEntry],
        home: HomeZones,
        until now: Instant
    ) -> [DatedEntry] {
        var day = (date: CivilDay(daysSinceEpoch: 0), range: now..<now)
        var dated: [DatedEntry] = []
        for entry in entries.sorted() where entry.time <= now && entry != dated.last?.entry {
            if !day.range.contains(entry.time) {
                let date = home.day(at: entry.time)
                day = (date, home.range(of: date))
            }
            dated.append(DatedEntry(date: day.date, entry: entry))
        }
        return dated
    }
}

/// Something that belongs to a civil day.
protocol Dated {
    /// The civil day.
    var date: CivilDay { get }
}

extension Array where Element: Dated {
    /// What is dated from one day through another, in a list by date.
    ///
    /// - Complexity: O(log *n*).
    func dated(_ dates: ClosedRange<CivilDay>) -> ArraySlice<Element> {
        let first = firstIndex(onOrAfter: dates.lowerBound)
        let end = firstIndex(onOrAfter: dates.upperBound.advanced(by: 1))
        return self[first..<Swift.max(first, end)]
    }

    /// The last one that is dated on a day or earlier, in a list by date.
    ///
    /// - Complexity: O(log *n*).
    func last(through date: CivilDay) -> Element? {
        let end = firstIndex(onOrAfter: date.advanced(by: 1))
        return end > 0 ? self[end - 1] : nil
    }

    private func firstIndex(onOrAfter date: CivilDay) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].date < date { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
