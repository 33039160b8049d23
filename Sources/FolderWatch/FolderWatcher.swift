import Dispatch
package import LinuxSystem
package import Logging

/// Delivers the settled files of watched folders, those that are there and those that come.
///
/// It never opens a file. Every callback comes on its own serial queue, `amble.folderwatch`, and
/// must be quick. While nothing happens it wakes every few minutes, and twice a minute where
/// folders have to be looked into since no event tells of changes.
package final class FolderWatcher: @unchecked Sendable {
    // @unchecked: everything that changes is touched only on `queue`, which every entry point
    // asserts.

    /// What the watcher has to say; all of it on its queue.
    package struct Events: Sendable {
        /// Files have settled; a file comes once a version, some dozens at a time.
        package let settled: @Sendable ([SettledFile]) -> Void
        /// Every folder is looked into and listened to; once.
        package let armed: @Sendable () -> Void
        /// Something keeps a folder from being watched as it should; once each.
        package let trouble: @Sendable (FolderTrouble) -> Void

        /// Makes a set of callbacks.
        package init(
            settled: @escaping @Sendable ([SettledFile]) -> Void,
            armed: @escaping @Sendable () -> Void,
            trouble: @escaping @Sendable (FolderTrouble) -> Void
        ) {
            self.settled = settled
            self.armed = armed
            self.trouble = trouble
        }
    }

    let queue = DispatchQueue(label: "amble.folderwatch", qos: .utility)
    let timing: WatchTiming
    let events: Events
    let source: any FolderEvents
    let tracker: FolderTracker
    let timer: any DispatchSourceTimer
    private let logger: Logger
    var settling: FileSettling
    /// The files that are to be looked at now, last first.
    var ready: [FilePath] = []
    /// New names of which no event has told; if none does until they are looked at, none will.
    var suspects: Set<FilePath> = []
    var nextPoll: Int64 = 0
    var nextListing: Int64 = 0
    private(set) var isPaused = false
    private(set) var isRunning = false
    var isTurnComing = false

    /// Makes a watcher; nothing happens before `start`.
    package convenience init(
        folders: [WatchedFolder],
        timing: WatchTiming = .default,
        logger: Logger = Logger(label: "amble.folderwatch"),
        events: Events
    ) {
        self.init(
            folders: folders,
            timing: timing,
            logger: logger,
            events: events,
            source: InotifyEvents()
        )
    }

    init(
        folders: [WatchedFolder],
        timing: WatchTiming,
        logger: Logger,
        events: Events,
        source: any FolderEvents
    ) {
        self.timing = timing
        self.events = events
        self.source = source
        self.logger = logger
        settling = FileSettling(timing: timing)
        tracker = FolderTracker(
            scope: WatchScope(folders),
            events: source,
            report: events.trouble
        )
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .distantFuture)
        timer.setEventHandler { @Sendable [weak self] in self?.turn() }
        timer.activate()
    }

    deinit {
        timer.cancel()
    }

    /// Begins: looks into every folder, says that it is armed, and delivers what is there.
    package func start() {
        queue.async { [self] in
            guard !isRunning else { return }
            isRunning = true
            listen()
            let found = tracker.surveyAll(.anew)
            let now = MonotonicClock.milliseconds()
            nextPoll = now + timing.poll
            nextListing = now + timing.listing
            note(found, now: now)
            logger.debug("folders are listed", metadata: ["watch.files": "\(found.count)"])
            events.armed()
            turnSoon()
        }
    }

    /// Stops reading events and delivering, until `resume`; what happens meanwhile is not lost.
    ///
    /// At most one delivery that is on its way still comes.
    package func pause() {
        queue.async { [self] in
            guard isRunning, !isPaused else { return }
            isPaused = true
            source.pause()
            timer.schedule(deadline: .distantFuture)
        }
    }

    /// Goes on after `pause`.
    package func resume() {
        queue.async { [self] in
            guard isRunning, isPaused else { return }
            isPaused = false
            source.resume()
            turnSoon()
        }
    }

    /// Delivers a file again after a while, changed or not; sooner when something happens to it.
    ///
    /// Nothing comes when it is gone by then.
    package func lookAgain(at path: FilePath, afterMilliseconds delay: Int64) {
        queue.async { [self] in
            settling.ask(
                for: path,
                afterMilliseconds: delay,
                now: MonotonicClock.milliseconds()
            )
            turnSoon()
        }
    }

    /// Looks into every folder now, as it does every few minutes anyway.
    package func listAgain() {
        queue.async { [self] in
            nextListing = MonotonicClock.milliseconds()
            turnSoon()
        }
    }

    /// Ends; calls back on its queue when nothing more will be delivered.
    package func stop(_ done: @escaping @Sendable () -> Void) {
        queue.async { [self] in
            isRunning = false
            timer.cancel()
            source.end()
            ready = []
            done()
        }
    }

    private func listen() {
        do throws(SystemError) {
            try source.begin(on: queue) { [weak self] in self?.take($0) }
        } catch {
            // Every folder fails to be listened to and is looked into instead.
            events.trouble(.cannotListen(error))
        }
    }
}
