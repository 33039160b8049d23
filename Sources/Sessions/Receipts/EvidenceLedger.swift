import Model

/// Gathers statements of one source and file into lines from the first to the last.
struct EvidenceLedger {
    private struct Key: Hashable {
        let source: Int
        let file: Int32
        let isTrack: Bool
        let reason: DayReceipt.Reason?
    }

    private struct Sum {
        var firstLine: Int32
        var lastLine: Int32
        var minutes: Int
    }

    private var sums: [Key: Sum] = [:]

    /// Notes a statement that counts in so many minutes, or does not count for a reason.
    mutating func note(_ statement: Statement, minutes: Int, reason: DayReceipt.Reason?) {
        let key = Key(
            source: statement.source,
            file: statement.file,
            isTrack: statement.channel == .track,
            reason: reason
        )
        var sum =
            sums[key]
            ?? Sum(firstLine: statement.firstLine, lastLine: statement.lastLine, minutes: 0)
        sum.firstLine = min(sum.firstLine, statement.firstLine)
        sum.lastLine = max(sum.lastLine, statement.lastLine)
        sum.minutes += minutes
        sums[key] = sum
    }

    /// What counts, the largest share first; equal shares by name, then file.
    func winners(sources: NamedSources, files: [FileReference]) -> [DayReceipt.Evidence] {
        let order = FileOrder(files)
        return sums.filter { $0.key.reason == nil }.sorted { left, right in
            if left.value.minutes != right.value.minutes {
                return left.value.minutes > right.value.minutes
            }
            return Self.precedes(left.key, right.key, order)
        }.compactMap { evidence($0.key, $0.value, sources: sources, files: files) }
    }

    /// What does not count, by name, file and reason.
    func losers(sources: NamedSources, files: [FileReference]) -> [DayReceipt.Loser] {
        let order = FileOrder(files)
        return sums.filter { $0.key.reason != nil }.sorted {
            Self.precedes($0.key, $1.key, order)
        }.compactMap { key, sum in
            guard let reason = key.reason,
                let evidence = evidence(key, sum, sources: sources, files: files)
            else { return nil }
            return DayReceipt.Loser(evidence: evidence, reason: reason)
        }
    }

    private static func precedes(_ left: Key, _ right: Key, _ order: FileOrder) -> Bool {
        func rank(_ key: Key) -> (Int, Int, Int, String) {
            (
                key.source, order[key.file], key.isTrack ? 1 : 0,
                key.reason.map { String(describing: $0) } ?? ""
            )
        }
        return rank(left) < rank(right)
    }

    private func evidence(
        _ key: Key,
        _ sum: Sum,
        sources: NamedSources,
        files: [FileReference]
    ) -> DayReceipt.Evidence? {
        guard files.indices.contains(Int(key.file)) else { return nil }
        return DayReceipt.Evidence(
            source: sources.all[key.source].name,
            file: files[Int(key.file)],
            firstLine: sum.firstLine,
            lastLine: sum.lastLine,
            isTrack: key.isTrack
        )
    }
}
