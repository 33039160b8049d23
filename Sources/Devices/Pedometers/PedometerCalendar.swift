package import Model

/// Decides what date each day in the memory of a pedometer is (USB.md §2.3).
///
/// The device counts days and never tells its clock, so dates come from the computer's: the newest
/// day is today. That is a day out near midnight, when only one of the two clocks has passed it. What
/// a day was taken for at an earlier reading therefore holds, as long as it is within one day; a
/// larger difference means that a clock was set, and then today's counting holds.
///
/// Each day has a number of the device's own, which rises by one a day and starts again after 255.
package struct PedometerCalendar: Hashable, Sendable {
    /// The date of each day, in the order of the memory (the newest first), no two alike.
    package let dates: [CivilDay]
    /// What to remember for the next reading: the date of each number.
    package let remembered: [UInt8: CivilDay]
    /// Sentences for people about what is odd; none in the ordinary case.
    package let sentences: [String]

    /// The most days between two neighbours in a memory that are believed to be missing.
    ///
    /// Beyond it the numbers have begun anew. Half of the numbers' round.
    private static let longestGap = 128
    /// How many numbers there are.
    private static let round = 256

    /// Decides.
    ///
    /// - Parameters:
    ///   - sequences: the device's numbers of its days, the newest first.
    ///   - today: the civil date by the computer's clock.
    ///   - remembered: what an earlier reading of the same device gave to remember.
    package init(sequences: [UInt8], today: CivilDay, remembered: [UInt8: CivilDay]) {
        guard !sequences.isEmpty else {
            self.init(dates: [], remembered: remembered, sentences: [])
            return
        }
        var sentences: [String] = []
        let distances = Self.distances(sequences, &sentences)
        let counted = distances.map { today.advanced(by: -$0) }
        let isCounted = distances == Self.distances(sequences)
        let kept = zip(sequences, counted).map { sequence, date in
            isCounted ? Self.sameRound(remembered[sequence], as: date) : nil
        }
        let dates = Self.dates(counted, kept, &sentences)
        self.init(
            dates: dates,
            remembered: Dictionary(zip(sequences, dates)) { newest, _ in newest },
            sentences: sentences
        )
    }

    private init(dates: [CivilDay], remembered: [UInt8: CivilDay], sentences: [String]) {
        self.dates = dates
        self.remembered = remembered
        self.sentences = sentences
    }
}

// MARK: - Counting

extension PedometerCalendar {
    /// How many days before the newest each day lies, by the numbers; nothing when they do not fall
    /// from day to day, or fall by too much.
    private static func distances(_ sequences: [UInt8]) -> [Int]? {
        var distances = [0]
        for (newer, older) in zip(sequences, sequences.dropFirst()) {
            let gap = Int(newer &- older)
            guard (1...longestGap).contains(gap), let last = distances.last else { return nil }
            distances.append(last + gap)
        }
        guard let whole = distances.last, whole < round else { return nil }
        return distances
    }

    /// The same, or else the places in the memory, and a sentence about whatever is odd.
    private static func distances(_ sequences: [UInt8], _ sentences: inout [String]) -> [Int] {
        guard let distances = distances(sequences) else {
            sentences.append(
                "The pedometer's own numbers of its days do not count up, so that each day was taken "
                    + "for the day before the next; look whether the dates are right."
            )
            return Array(sequences.indices)
        }
        for (index, pair) in zip(distances, distances.dropFirst()).enumerated()
        where pair.1 - pair.0 > 1 {
            let missing = pair.1 - pair.0 - 1
            sentences.append(
                "The pedometer has no record of \(missing == 1 ? "1 day" : "\(missing) days") "
                    + "between its days \(sequences[index + 1]) and \(sequences[index]); the days "
                    + "before were dated by its own numbers."
            )
        }
        return distances
    }

    /// A remembered date, unless it belongs to the same number a round of 256 days or more before.
    private static func sameRound(_ remembered: CivilDay?, as counted: CivilDay) -> CivilDay? {
        guard let remembered else { return nil }
        let days = remembered.days(to: counted)
        let rest = ((days % round) + round) % round
        let isEarlierRound = days >= round - 1 && (rest <= 1 || rest == round - 1)
        return isEarlierRound ? nil : remembered
    }
}

// MARK: - Deciding

extension PedometerCalendar {
    private static func dates(
        _ counted: [CivilDay],
        _ kept: [CivilDay?],
        _ sentences: inout [String]
    ) -> [CivilDay] {
        for (date, old) in zip(counted, kept) {
            guard let old, abs(old.days(to: date)) > 1 else { continue }
            sentences.append(
                "The day that was taken for \(old) at the last reading is \(date) by today's: the "
                    + "clock of the pedometer or of this computer was set; today's counting holds."
            )
            return counted
        }
        guard let joined = joined(counted, kept) else {
            sentences.append(
                "The dates remembered from the last reading contradict one another; today's counting "
                    + "holds."
            )
            return counted
        }
        return joined
    }

    /// Remembered dates where there are any, the others moved out of their way; nothing when those
    /// that are remembered do not fall from day to day.
    private static func joined(_ counted: [CivilDay], _ kept: [CivilDay?]) -> [CivilDay]? {
        var dates = zip(counted, kept).map { $1 ?? $0 }
        // From the oldest to the newest, a day that was not remembered comes behind the one before.
        for index in dates.indices.dropLast().reversed()
        where kept[index] == nil && dates[index] <= dates[index + 1] {
            dates[index] = dates[index + 1].advanced(by: 1)
        }
        // Remembered ones may now be reached from below: then the older ones make room.
        for index in dates.indices.dropFirst()
        where kept[index] == nil && dates[index] >= dates[index - 1] {
            dates[index] = dates[index - 1].advanced(by: -1)
        }
        let isFalling = zip(dates, dates.dropFirst()).allSatisfy { $0 > $1 }
        return isFalling ? dates : nil
    }
}
