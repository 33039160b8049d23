import Dispatch
import Ingest
import LinuxSystem
import Logging
import Model
import Scoring
import Store
import Summary

/// Writes the lines that are due into the daily summary log, and the same facts into the journal.
///
/// The first telling looks at every day, since a crash may have left some half told; later ones at
/// the days that were derived and those that ended since.
final class Teller: @unchecked Sendable {
    // @unchecked: `settled` is touched only on `queue`.
    private let queue = DispatchQueue(label: "amble.daemon.teller")
    private let household: Household
    private let store: WalkStore
    private let log: Logger
    private let summary: SummaryLog
    /// The last day that has been told for certain, by person.
    private var settled: [String: CivilDay] = [:]

    init(household: Household, store: WalkStore, log: Logger) {
        self.household = household
        self.store = store
        self.log = log
        summary = SummaryLog(folder: household.stateFolder, home: household.zones)
    }

    /// Tells what is new after a derivation; what cannot be written now is told at the next one.
    func tell(_ result: DeriveResult) {
        guard case .done(let derived) = result else { return }
        queue.sync {
            do {
                for person in try store.persons() {
                    let dates = derived.filter { $0.person == person }.map(\.dates)
                    try tell(of: person, derived: dates)
                }
            } catch {
                // Which lines were left out is not known, so the next telling looks at all days.
                settled = [:]
                log.error(
                    "The summary log could not be written; its lines wait",
                    metadata: ["summary.problem": "\(error)"]
                )
            }
        }
    }

    /// Reopens the log, after it was rotated.
    func reopen() {
        summary.reopen()
    }

    private func tell(of person: String, derived: [ClosedRange<CivilDay>]) throws {
        dispatchPrecondition(condition: .onQueue(queue))
        guard let extent = try store.extent(person: person) else { return }
        let now = Instant(milliseconds: household.clock.milliseconds())
        let today = household.zones.day(at: now)
        let yesterday = today.advanced(by: -1)
        let first = settled[person].map { $0.advanced(by: 1) } ?? extent.lowerBound
        let ended = (first...max(first, yesterday)).clamped(from: extent.lowerBound, to: yesterday)
        let due = (derived + [ended].compactMap { $0 }).compactMap {
            $0.clamped(from: extent.lowerBound, to: yesterday)
        }
        let telling = DailyTelling(
            plan: TellingPlan(person: person, home: household.zones),
            ledger: StoredTellings(store: store),
            log: summary
        )
        for dates in due.merged() {
            let scored = try DaysRead(store: store, household: household, person: person)
                .scored(dates, today: today)
            for line in try telling.tell(scored, today: today, now: now) {
                log.notice("\(line.line)")
            }
        }
        settled[person] = yesterday
    }
}

extension ClosedRange<CivilDay> {
    /// The part between two dates; nothing when there is none.
    fileprivate func clamped(from first: CivilDay, to last: CivilDay) -> ClosedRange<CivilDay>? {
        let lower = Swift.max(lowerBound, first)
        let upper = Swift.min(upperBound, last)
        return lower <= upper ? lower...upper : nil
    }
}

extension [ClosedRange<CivilDay>] {
    /// The same dates in ranges that neither touch nor overlap, ascending.
    fileprivate func merged() -> [ClosedRange<CivilDay>] {
        var merged: [ClosedRange<CivilDay>] = []
        for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound.advanced(by: 1) {
                merged[merged.count - 1] =
                    last.lowerBound...Swift.max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
