import Dispatch
import Ingest
import LinuxSystem
import Logging
import Model
import Sessions
import Store

/// The composition of everything that writes: store, intake, derivation, telling.
///
/// Whoever has one holds the lock of the state folder, so there is one writer (DESIGN.md §3).
final class Workshop: Sendable {
    /// Where things lie and how they are set.
    let household: Household
    /// The database.
    let store: WalkStore
    private let intake: FileIntake
    private let derivation: StoredDerivation
    private let teller: Teller
    private let log: Logger

    /// Opens the store for writing.
    ///
    /// A damaged database is set aside under a new name, never deleted; the watched folders fill a
    /// new one. When the settings that days depend on have changed, every day is marked.
    ///
    /// The caller holds the lock of the state folder for as long as this lives.
    ///
    /// - Parameters:
    ///   - household: where things lie.
    ///   - isDamaged: whether the database was found damaged while it was used.
    ///   - log: where trouble is told.
    /// - Throws: when the store cannot be opened or made.
    init(
        _ household: Household,
        isDamaged: Bool = false,
        log: Logger
    ) throws(Failure) {
        self.household = household
        self.log = log
        do {
            store = try Workshop.openStore(household, isDamaged: isDamaged, log: log)
            let fingerprint = household.derivationFingerprint
            if try store.derivedUnder() != fingerprint {
                try store.markEverything()
                try store.setDerivedUnder(fingerprint)
            }
        } catch {
            throw Failure(error)
        }
        let surroundings = FileIntake.Surroundings(
            home: household.zones,
            sourceZones: household.sourceZones,
            clock: household.clock
        )
        intake = FileIntake(store: store, surroundings: surroundings)
        derivation = StoredDerivation(
            store: store,
            settings: household.sessionSettings,
            home: household.zones
        )
        teller = Teller(household: household, store: store, log: log)
    }

    private static func openStore(
        _ household: Household,
        isDamaged: Bool,
        log: Logger
    ) throws(StoreProblem) -> WalkStore {
        let path = household.databasePath.shown
        if !isDamaged {
            do {
                return try WalkStore(path: path)
            } catch {
                guard error.isDamaged else { throw error }
            }
        }
        let now = household.now
        let name = try WalkStore.setAside(path: path, now: now)
        log.error(
            "The database is damaged; it was set aside, and the watched folders fill a new one",
            metadata: ["store.aside": "\(name)"]
        )
        return try WalkStore(path: path)
    }

    /// The diaries of which a line was refused for its time and is near now; none when the store
    /// cannot say, which the next pass over it will tell.
    func diariesToReadAgain() -> [IncomingFile] {
        let overdue = try? store.diariesToReadAgain(at: household.now)
        return (overdue ?? []).map {
            household.incoming(named: FilePath(bytes: $0.path), person: $0.person)
        }
    }

    /// Whether the database was found damaged since it was opened.
    var isDamaged: Bool { store.isDamaged }

    /// Throws the derived days away, so that the next derivation makes all of them.
    func markEverything() throws(Failure) {
        do {
            try store.markEverything()
        } catch {
            throw Failure(error)
        }
    }

    /// A pipeline over this workshop.
    ///
    /// - Parameter events: where it says what happens; called on the pipeline's control queue.
    /// - Returns: the pipeline, which takes files at once.
    func pipeline(_ events: IngestPipeline.Events) -> IngestPipeline {
        let cancellation = Cancellation()
        let progress = IntakeProgress()
        let stages = IngestPipeline.Stages(
            intake: { @Sendable [self] file in take(file, cancellation, progress) },
            derive: { @Sendable [self] in derive(cancellation) },
            tell: { @Sendable [self] result in teller.tell(result) },
            cancel: { @Sendable in cancellation.cancel() },
            progress: { @Sendable in progress.milliseconds }
        )
        return IngestPipeline(stages: stages, events: events, width: ThisProcess.cores)
    }

    /// Derives what is marked, at once, and tells nobody.
    func catchUp() {
        _ = derive(Cancellation())
    }

    /// Reopens the summary log, after it was rotated.
    func reopenLog() {
        teller.reopen()
    }

    /// Closes the store; nothing of this workshop may be at work.
    func close() {
        store.close()
    }

    // MARK: - Stages

    private func take(
        _ file: IncomingFile,
        _ cancellation: Cancellation,
        _ progress: IntakeProgress
    ) -> IntakeResult {
        let result = intake.take(file, cancellation: cancellation, progress: progress)
        if case .recorded(let record) = result, file.isInFolder,
            let folder = household.folder(of: file.path)
        {
            AfterTaking(folder: folder, log: log).tidy(record.file)
        }
        return result
    }

    private func derive(_ cancellation: Cancellation) -> DeriveResult {
        do {
            let now = household.now
            return .done(try derivation.run(now: now, cancellation: cancellation))
        } catch is Cancellation.Stopped {
            return .stopped
        } catch {
            log.error("The days could not be derived", metadata: ["store.problem": "\(error)"])
            return .failed(String(describing: error))
        }
    }
}
