import Ingest
import LinuxSystem
import Logging
package import Model
package import Scoring
import Sessions
import Store
package import Summary

/// The read side: one person's days, walks and files, as the commands show them.
///
/// Reads the database while a daemon writes it. When no daemon runs and something is still to be
/// derived (a kill, a changed configuration), it is derived first, under the lock.
package struct WalkBook: Sendable {
    let household: Household
    private let person: String
    private let store: WalkStore?

    /// Opens the book of a person; without a database it is empty.
    package init(household: Household, person: String) throws(Failure) {
        self.household = household
        self.person = person
        do {
            try WalkBook.catchUp(household)
            store = try WalkStore.openReadOnly(path: household.databasePath.shown)
        } catch let problem as StoreProblem where problem.isMissing {
            store = nil
        } catch {
            throw Failure(error)
        }
    }

    /// Derives what an interrupted run left marked, unless somebody else is at work.
    ///
    /// The lines of the daily log wait for the daemon: reading tells nobody anything.
    private static func catchUp(_ household: Household) throws {
        guard try isBehind(household), let lock = try? household.takeLock() else { return }
        try withExtendedLifetime(lock) {
            let workshop = try Workshop(household, log: Logger(label: "amble"))
            workshop.catchUp()
            workshop.close()
        }
    }

    /// Whether days are marked under the very settings that the reader has.
    private static func isBehind(_ household: Household) throws -> Bool {
        let store = try WalkStore.openReadOnly(path: household.databasePath.shown)
        defer { store.close() }
        guard try store.derivedUnder() == household.derivationFingerprint else { return false }
        return try store.persons().contains { try !store.markedDays(person: $0).isEmpty }
    }

    /// The moment the book is read at.
    package var now: Instant { household.now }

    /// The running day at home.
    package var today: CivilDay { household.zones.day(at: now) }

    /// The zones of the person's home.
    package var home: HomeZones { household.zones }

    /// Whose book it is.
    package var owner: String { person }

    /// From the first day that has data or a diary entry to today; only today when there is none.
    package func extent() throws(Failure) -> ClosedRange<CivilDay> {
        let recorded = try read { try $0.extent(person: person)?.lowerBound }
        let written = try diary().first.map { household.zones.day(at: $0.time) }
        let first = [recorded, written].compactMap { $0 }.min() ?? today
        return min(first, today)...today
    }

    /// The days of a range with all they are compared with, days without data too; never a day
    /// later than today.
    package func days(_ dates: ClosedRange<CivilDay>) throws(Failure) -> [ScoredDay] {
        guard dates.lowerBound <= today else { return [] }
        let dates = dates.lowerBound...min(dates.upperBound, today)
        if let scored = try read({ store in
            try DaysRead(store: store, household: household, person: person).scored(dates)
        }) {
            return scored
        }
        return household.scoreboard.scored([], in: dates, now: now)
    }

    /// What the person's diaries say, in the order in which it applies.
    package func diary() throws(Failure) -> [DiaryEntry] {
        try read { try $0.diary(person: person) } ?? []
    }

    /// The walking plan in use.
    package var plan: WalkingPlan { household.plan }

    /// Where the minutes of a day come from.
    package func receipt(of date: CivilDay) throws(Failure) -> DayReceipt {
        try read { store in
            try derivation(over: store).receipt(of: date, person: person, now: now)
        } ?? DayReceipt(date: date, entries: [])
    }

    /// The fused minutes of a range of dates that hold steps or walking, ascending.
    package func minutes(_ dates: ClosedRange<CivilDay>) throws(Failure) -> [MinuteFigure] {
        try read { store in
            try derivation(over: store).minutes(dates, person: person, now: now)
        } ?? []
    }

    /// The newest line of each day in the daily log, by date.
    package func told() throws(Failure) -> [Summary.ToldDay] {
        try read { store in
            try StoredTellings(store: store).told(person: person).values
                .filter(\.isWritten).sorted { $0.date < $1.date }
        } ?? []
    }

    /// Every file that was seen, by path.
    ///
    /// - Parameter person: whose files; nothing for everybody's.
    /// - Returns: the files.
    /// - Throws: when the store cannot be read.
    package func files(of person: String?) throws(Failure) -> [SeenFile] {
        try read { try $0.files(person: person) } ?? []
    }

    /// Every device that was ever noted, the one that was seen last first.
    func seenDevices() throws(Failure) -> [SeenDevice] {
        try read { try $0.devices() } ?? []
    }

    private func derivation(over store: WalkStore) -> StoredDerivation {
        StoredDerivation(store: store, settings: household.sessionSettings, home: home)
    }

    private func read<Result>(
        _ body: (WalkStore) throws -> Result?
    ) throws(Failure) -> Result? {
        guard let store else { return nil }
        do {
            return try body(store)
        } catch {
            throw Failure(error)
        }
    }
}
