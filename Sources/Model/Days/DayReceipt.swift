/// Where the minutes of a day come from: for each walk, and for the rest of the day, which source
/// and file won, and why the others did not (`amble why`).
package struct DayReceipt: Hashable, Sendable {
    /// The day.
    package let date: CivilDay
    /// One entry a walk that starts on the day, in their order, then one for the rest when the day
    /// has minutes outside of walks.
    package let entries: [Entry]

    /// Makes a receipt.
    package init(date: CivilDay, entries: [Entry]) {
        self.date = date
        self.entries = entries
    }

    /// One walk or the rest of the day.
    package struct Entry: Hashable, Sendable {
        /// The walk; nothing for the rest of the day.
        package let walk: Walk?
        /// Active time of the walk, or the stepping time of the rest.
        package let minutes: Milliseconds
        /// Steps that count here; nothing when nobody counted.
        package let steps: Steps?
        /// What the minutes rest on, the largest share first.
        package let winners: [Evidence]
        /// What spoke of the same time and does not count, with the reason.
        package let losers: [Loser]

        /// Makes an entry.
        package init(
            walk: Walk?,
            minutes: Milliseconds,
            steps: Steps?,
            winners: [Evidence],
            losers: [Loser]
        ) {
            self.walk = walk
            self.minutes = minutes
            self.steps = steps
            self.winners = winners
            self.losers = losers
        }
    }

    /// The lines of one file that one source's records stand in.
    package struct Evidence: Hashable, Sendable {
        /// The name of the source.
        package let source: String
        /// The file; of several with equal records the one whose SHA-256 is least.
        package let file: FileReference
        /// The first line (of records) or point (of tracks), from 1.
        package let firstLine: Int32
        /// The last one.
        package let lastLine: Int32
        /// Whether the records are points of a track.
        package let isTrack: Bool

        /// Makes evidence.
        package init(
            source: String,
            file: FileReference,
            firstLine: Int32,
            lastLine: Int32,
            isTrack: Bool
        ) {
            self.source = source
            self.file = file
            self.firstLine = firstLine
            self.lastLine = lastLine
            self.isTrack = isTrack
        }
    }

    /// Evidence that does not count, and why.
    package struct Loser: Hashable, Sendable {
        /// What does not count.
        package let evidence: Evidence
        /// Why.
        package let reason: Reason

        /// Makes a loser.
        package init(evidence: Evidence, reason: Reason) {
            self.evidence = evidence
            self.reason = reason
        }
    }

    /// Why records do not count (SESSIONS.md §8.3, §8.6).
    package enum Reason: Hashable, Sendable {
        /// A better-ranked source recorded the same time.
        case betterSource(String)
        /// It counted less than half of the best source: it was not worn.
        case notWorn
        /// A finer record of the same source or of another covers it.
        case finerRecord
        /// Too much, backwards, or outside all plausible time.
        case implausible(Implausibility)
        /// A track shows a vehicle.
        case vehicle
    }
}
