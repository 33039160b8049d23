import Devices
import Dispatch
import FolderWatch
package import Ingest
import LinuxSystem
import Logging
import Synchronization

/// Takes what is there, derives and tells, and ends: `ambled --once`, and `amble import` while no
/// daemon runs.
package final class OneRun: Sendable {
    /// How far a run is.
    package struct Progress: Sendable {
        /// Files that have ended.
        package var done = 0
        /// All files of the run.
        package var total = 0
    }

    /// What changes while files end, on the pipeline's queue.
    private struct Course {
        var intakeLog: IntakeLog
        var verdict = RunVerdict(countsKnown: false)
        var progress = Progress()
    }

    private let lock: Mutex<FileLock?>
    private let log = Logger(label: "amble")
    private let household: Household
    private let workshop: Mutex<Workshop>
    private let course = Mutex(Course(intakeLog: IntakeLog(Logger(label: "amble"))))
    private let progress: @Sendable (Progress) -> Void

    /// Takes the lock and opens the store.
    ///
    /// - Throws: status 75 when somebody else holds the lock.
    package init(
        household: Household,
        progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) throws(Failure) {
        Heap.keepBetweenBatches()
        try household.makeFolders()
        lock = Mutex(try household.takeLock())
        workshop = Mutex(try Workshop(household, log: log))
        self.household = household
        self.progress = progress
    }

    /// Takes files as they are now; blocks until everything is derived and told.
    ///
    /// - Parameters:
    ///   - files: what to take.
    ///   - countsKnown: whether a file that was refused before counts as wrong again.
    /// - Returns: the exit status (`RunVerdict`).
    package func take(_ files: [IncomingFile], countsKnown: Bool) -> ExitCode {
        let code = attempt(files, countsKnown: countsKnown)
        guard workshop.withLock({ $0.isDamaged }), startOver() else { return code }
        return attempt(files, countsKnown: countsKnown)
    }

    /// Reads the trackers that are plugged in, in turn; a file of theirs counts as one of a folder.
    private func takeDevices(_ opener: any AttachmentOpener) {
        guard household.readsDevices else { return }
        let store = workshop.withLock { $0.store }
        let sweep = DeviceSweep(
            reception: DeviceReception(household: household, store: store),
            opener: opener,
            log: log
        )
        do throws(DeviceEventsError) {
            sweep.run(try DeviceRoll.attachments()) { files, fate in
                run(files, fate)
            }
        } catch {
            log.warning("\(error)")
        }
    }

    /// Sets a damaged database aside; returns whether a new one could be made.
    private func startOver() -> Bool {
        do {
            let fresh = try workshop.withLock { old in
                old.close()
                return try Workshop(household, isDamaged: true, log: log)
            }
            workshop.withLock { $0 = fresh }
            return true
        } catch {
            log.error("The database could not be made anew: \(error)")
            return false
        }
    }

    private func attempt(_ files: [IncomingFile], countsKnown: Bool) -> ExitCode {
        course.withLock { course in
            course.verdict = RunVerdict(countsKnown: countsKnown)
            course.progress = Progress(done: 0, total: 0)
        }
        run(files)
        return course.withLock { $0.verdict.code }
    }

    /// Takes files to the end of the pipeline; their fates add to the verdict.
    private func run(
        _ files: [IncomingFile],
        _ ended: @escaping @Sendable (IncomingFile, IntakeResult) -> Void = { _, _ in }
    ) {
        course.withLock { $0.progress.total += files.count }
        let pipeline = workshop.withLock { $0 }.pipeline(
            IngestPipeline.Events(
                finished: { @Sendable [self] file, result in
                    ended(file, result)
                    note(result)
                },
                derived: { @Sendable [self] result in
                    course.withLock { $0.verdict.add(result) }
                }
            )
        )
        pipeline.take(files)
        let end = DispatchSemaphore(value: 0)
        // The first idle moment ends the intake; the refresh then derives what is still marked.
        pipeline.whenIdle { @Sendable in
            pipeline.refresh()
            pipeline.whenIdle { @Sendable in end.signal() }
        }
        end.wait()
    }

    /// Takes everything that lies in the watched folders now, then what is plugged in.
    package func takeEverything() -> ExitCode {
        _ = takeFolders()
        takeDevices(RealAttachmentOpener())
        return course.withLock { $0.verdict.code }
    }

    private func takeFolders() -> ExitCode {
        var files: [IncomingFile] = []
        for folder in household.watchedFolders {
            let listing = FolderListing.files(in: folder)
            for trouble in listing.troubles { log.warning("\(trouble)") }
            files += listing.files.compactMap { household.incoming($0, isFinal: true) }
        }
        return take(files, countsKnown: false)
    }

    /// Throws away everything derived and makes it again.
    package func rebuild() throws(Failure) -> ExitCode {
        try workshop.withLock { $0 }.markEverything()
        return take([], countsKnown: false)
    }

    /// Closes the store and gives the lock back.
    ///
    /// At once, and not with this object: the last word of a pipeline may still hold it.
    package func close() {
        workshop.withLock { $0.close() }
        lock.withLock { $0 = nil }
    }

    private func note(_ result: IntakeResult) {
        let step = course.withLock { course in
            course.verdict.add(result)
            course.intakeLog.note(result)
            course.progress.done += 1
            return course.progress
        }
        progress(step)
    }
}
