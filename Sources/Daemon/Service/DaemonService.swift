import Dispatch
import LinuxSystem
import Logging
import Model

/// The daemon: takes the lock, watches until it is told to stop, reloads when it is asked to.
package final class DaemonService: @unchecked Sendable {
    // @unchecked: every `var` is touched only on `queue`, which each private entry asserts.

    private let queue = DispatchQueue(label: "amble.daemon.service")
    private let flags: Flags
    private let notifier = ServiceNotifier()
    private let log = Logger(label: "ambled")
    private let lock: FileLock
    private var household: Household
    private var shift: Shift?
    private var signals: SignalSources?
    private var watchdog: (any DispatchSourceTimer)?
    private var ended: @Sendable (ExitCode) -> Void = { _ in }
    private var isStopping = false
    private var isBetweenShifts = false

    /// Takes the lock of the state folder.
    ///
    /// - Throws: status 78 for a wrong configuration, 75 when another daemon holds the lock.
    package init(flags: Flags) throws(Failure) {
        self.flags = flags
        household = try Household.load(flags: flags)
        try household.makeFolders()
        lock = try household.takeLock()
    }

    /// Starts to watch.
    ///
    /// - Parameter ended: called once, when the daemon has stopped and put everything down.
    /// - Throws: what keeps the store from opening.
    package func start(ended: @escaping @Sendable (ExitCode) -> Void) throws(Failure) {
        let outcome: Result<Void, Failure> = queue.sync {
            self.ended = ended
            signals = SignalSources(queue: queue) { @Sendable [weak self] signal in
                self?.handle(signal)
            }
            startWatchdog()
            RequestDesk(folder: household.requestsFolder).removeStaleAnswers()
            return Result { () throws(Failure) in try beginShift() }
        }
        try outcome.get()
    }

    private func beginShift(isDamaged: Bool = false) throws(Failure) {
        dispatchPrecondition(condition: .onQueue(queue))
        let notifier = self.notifier
        let shift = try Shift(
            household: household,
            queue: queue,
            isDamaged: isDamaged,
            log: log,
            events: Shift.Events(
                armed: { @Sendable in notifier.ready() },
                damaged: { @Sendable [weak self] in self?.startOver(isDamaged: true) },
                status: { @Sendable line in notifier.status(line) }
            )
        )
        self.shift = shift
        shift.start()
        let folders = household.folders.map(\.path.shown).joined(separator: ", ")
        log.notice("Watching", metadata: ["watch.folders": "\(folders)"])
    }

    private func handle(_ signal: SignalSources.Signal) {
        dispatchPrecondition(condition: .onQueue(queue))
        switch signal {
        case .terminate, .interrupt: stop(.done)
        case .hangUp: reload()
        }
    }

    /// Puts everything down; a second signal changes nothing.
    private func stop(_ code: ExitCode) {
        guard !isStopping else { return }
        isStopping = true
        notifier.stopping()
        watchdog?.cancel()
        // A shift that is being put down for a reload ends there.
        guard !isBetweenShifts else { return }
        guard let shift else { return end(code) }
        let queue = self.queue
        shift.stop { @Sendable [weak self] in
            queue.async { @Sendable [weak self] in self?.end(code) }
        }
    }

    private func end(_ code: ExitCode) {
        dispatchPrecondition(condition: .onQueue(queue))
        ended(code)
    }

    /// Reads the configuration anew; a wrong one is reported and the old one stays.
    private func reload() {
        guard !isStopping, !isBetweenShifts, let shift else { return }
        notifier.reloading()
        do {
            let next = try Household.load(flags: flags)
            guard next.stateFolder == household.stateFolder else {
                throw Failure(.configuration, "the state folder cannot change while ambled runs")
            }
            try next.makeFolders()
            household = next
        } catch {
            for line in Failure(error).lines(program: "The configuration was not reloaded") {
                log.error("\(line)")
            }
            shift.reopenLog()
            notifier.ready()
            return
        }
        startOver()
    }

    /// Ends the shift and begins another, which sets a damaged database aside.
    private func startOver(isDamaged: Bool = false) {
        dispatchPrecondition(condition: .onQueue(queue))
        guard !isStopping, !isBetweenShifts, let shift else { return }
        let queue = self.queue
        isBetweenShifts = true
        shift.stop { @Sendable [weak self] in
            queue.async { @Sendable [weak self] in self?.beginNextShift(isDamaged) }
        }
    }

    private func beginNextShift(_ isDamaged: Bool) {
        isBetweenShifts = false
        shift = nil
        guard !isStopping else { return end(.done) }
        do {
            try beginShift(isDamaged: isDamaged)
        } catch {
            log.error("The daemon cannot go on: \(error)")
            stop(error.code)
        }
    }

    private func startWatchdog() {
        guard let interval = notifier.watchdogInterval else { return }
        let timer = DispatchSource.makeTimerSource(queue: queue)
        let half = DispatchTimeInterval.milliseconds(Int(clamping: interval / 2))
        timer.schedule(deadline: .now() + half, repeating: half, leeway: .seconds(1))
        timer.setEventHandler { @Sendable [weak self] in self?.feedWatchdog() }
        timer.activate()
        watchdog = timer
    }

    private func feedWatchdog() {
        dispatchPrecondition(condition: .onQueue(queue))
        let notifier = self.notifier
        shift?.ping { @Sendable in notifier.watchdog() }
    }
}
