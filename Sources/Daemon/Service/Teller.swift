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
    /// The days that were looked at since the start, by person: their lines stand in the log.
    private var settled: [String: ClosedRange<CivilDay>] = [:]

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
        let now = household.now
        let today = household.zones.day(at: now)
        let yesterday = today.advanced(by: -1)
        guard extent.lowerBound <= yesterday else { return }
        if settled[person] == nil { try remember(person) }
        let ended = extent.lowerBound...yesterday
        let telling = DailyTelling(
            plan: TellingPlan(person: person, home: household.zones),
            ledger: StoredTellings(store: store),
            log: summary
        )
        let change = try store.diaryChange(person: person)
        let anew = try changed(of: person, derived: derived, change: change, until: yesterday)
        for dates in due(in: ended, changed: anew, settled: settled[person]) {
            let scored = try DaysRead(store: store, household: household, person: person)
                .scored(dates)
            announce(try telling.tell(scored, today: today, now: now), yesterday: yesterday)
        }
        if let change { try store.clear(change) }
        settled[person] = ended
    }

    /// The dates that may look otherwise than they did: those derived anew, those from a change of
    /// the diary on, and, once a plan was started, all after either, since its levels follow from
    /// the days before (PLAN.md §1.2).
    private func changed(
        of person: String,
        derived: [ClosedRange<CivilDay>],
        change: DiaryChange?,
        until yesterday: CivilDay
    ) throws -> [ClosedRange<CivilDay>] {
        var dates = derived
        if let change {
            let first = household.zones.day(at: change.first).advanced(by: -1)
            dates.append(first...max(first, yesterday))
        }
        guard let first = dates.map(\.lowerBound).min(), first <= yesterday,
            try store.diary(person: person).contains(where: \.startsPlan)
        else { return dates }
        return [first...yesterday]
    }

    /// The dates whose lines may be new: those that changed, and those that never were looked at,
    /// before the first day that was known or after the last.
    private func due(
        in ended: ClosedRange<CivilDay>,
        changed: [ClosedRange<CivilDay>],
        settled: ClosedRange<CivilDay>?
    ) -> [ClosedRange<CivilDay>] {
        guard let settled else { return [ended] }
        let before = ended.clamped(from: .min, to: settled.lowerBound.advanced(by: -1))
        let after = ended.clamped(from: settled.upperBound.advanced(by: 1), to: .max)
        let anew = changed.map { $0.clamped(from: ended.lowerBound, to: ended.upperBound) }
        return ([before, after] + anew).compactMap { $0 }.merged()
    }

    /// Takes over what the log itself says when the store remembers nothing of it.
    private func remember(_ person: String) throws {
        guard try store.toldExtent(person: person) == nil else { return }
        let others = try store.persons().filter { $0 != person }
        let told = try summary.remembered(of: person, besides: others)
        if !told.isEmpty { try StoredTellings(store: store).note(told, person: person) }
    }

    /// Puts the lines of the last week into the journal, and counts older ones.
    private func announce(_ lines: [LineToTell], yesterday: CivilDay) {
        let week = yesterday.advanced(by: -6)
        let older = lines.filter { $0.date < week }.count
        if older > 0 {
            log.notice("Older days were told in the summary log", metadata: ["days": "\(older)"])
        }
        for line in lines where line.date >= week { log.notice("\(line.line)") }
    }
}

extension CivilDay {
    fileprivate static let min = CivilDay(daysSinceEpoch: .min)
    fileprivate static let max = CivilDay(daysSinceEpoch: .max)
}
