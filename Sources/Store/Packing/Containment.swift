/// Which readings of one row say something that another row does not.
///
/// Both rows are of one source and one UTC day and stand in the order of `precedes`.
enum Containment {
    /// Leaves out each reading that another one of the same key covers; all are of one source.
    static func distinct<Reading: DayReading>(_ readings: [Reading]) -> [Reading] {
        var kept: [Reading] = []
        kept.reserveCapacity(readings.count)
        for reading in readings {
            // Of one key the larger values come first, so only the last one kept can cover it.
            if let last = kept.last, last.hasKey(of: reading), last.covers(reading) { continue }
            kept.append(reading)
        }
        return kept
    }

    /// How many different keys there are.
    static func keys<Reading: DayReading>(_ readings: [Reading]) -> Int {
        var count = readings.isEmpty ? 0 : 1
        for index in readings.indices.dropFirst()
        where !readings[index].hasKey(of: readings[index - 1]) {
            count += 1
        }
        return count
    }

    /// Whether every reading is covered by one of the other row.
    static func isContained<Reading: DayReading>(_ readings: [Reading], in other: [Reading]) -> Bool
    {
        var isContained = true
        visitUncovered(readings, by: other) { _ in
            isContained = false
            return false
        }
        return isContained
    }

    /// The readings that no reading of the other row covers.
    static func uncovered<Reading: DayReading>(
        _ readings: [Reading],
        by other: [Reading]
    ) -> [Reading] {
        var found: [Reading] = []
        visitUncovered(readings, by: other) { reading in
            found.append(reading)
            return true
        }
        return found
    }

    /// Walks both rows at once; the handler says whether to go on.
    private static func visitUncovered<Reading: DayReading>(
        _ readings: [Reading],
        by other: [Reading],
        _ take: (Reading) -> Bool
    ) {
        var position = 0
        for reading in readings {
            while position < other.count, other[position].keyPrecedes(reading) { position += 1 }
            var candidate = position
            var isCovered = false
            while !isCovered, candidate < other.count, other[candidate].hasKey(of: reading) {
                isCovered = other[candidate].covers(reading)
                candidate += 1
            }
            if !isCovered, !take(reading) { return }
        }
    }
}
