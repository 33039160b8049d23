import Dispatch
import LinuxSystem

/// The stages of Amble in order: take a file, derive what it changed, tell what came of it.
///
///     take(file) → [backlog] → intake (a queue for each core; the store has one writer)
///                → derive (serial, coalesced: a thousand files do not mean a thousand replays)
///                → tell
///
/// What waits is a list of names and bounded by asking the source to pause; what is in work is
/// bounded by count and by bytes (`Admission`). Every event is delivered on the control queue.
package final class IngestPipeline: @unchecked Sendable {
    // @unchecked: every `var` is touched only on `control`, which each private entry asserts.

    /// What happens at the stages; all three may block, none touches the pipeline.
    package struct Stages: Sendable {
        /// Takes one file up to its place in the store.
        ///
        /// Runs on a parse queue.
        package var intake: @Sendable (IncomingFile) -> IntakeResult
        /// Derives everything that is marked.
        ///
        /// Runs on the derive queue, never twice at once.
        package var derive: @Sendable () -> DeriveResult
        /// Tells what is new, after the derivation at the end of an intake, with what was derived
        /// in its course.
        ///
        /// Runs on the derive queue.
        package var tell: @Sendable (DeriveResult) -> Void

        /// Asks the stages at work to stop soon; from any queue.
        package var cancel: @Sendable () -> Void
        /// When a stage at work last got on, on the monotonic clock in milliseconds; from any queue.
        package var progress: @Sendable () -> Int64

        /// Joins the stages.
        package init(
            intake: @escaping @Sendable (IncomingFile) -> IntakeResult,
            derive: @escaping @Sendable () -> DeriveResult,
            tell: @escaping @Sendable (DeriveResult) -> Void,
            cancel: @escaping @Sendable () -> Void = {},
            progress: @escaping @Sendable () -> Int64 = { 0 }
        ) {
            self.intake = intake
            self.derive = derive
            self.tell = tell
            self.cancel = cancel
            self.progress = progress
        }
    }

    /// What the pipeline says to whoever owns it; called on the control queue.
    package struct Events: Sendable {
        /// A file has ended.
        package var finished: @Sendable (IncomingFile, IntakeResult) -> Void
        /// The source should pause or may go on.
        package var pressure: @Sendable (Pressure) -> Void
        /// A derivation has ended.
        package var derived: @Sendable (DeriveResult) -> Void

        /// Joins the events.
        package init(
            finished: @escaping @Sendable (IncomingFile, IntakeResult) -> Void,
            pressure: @escaping @Sendable (Pressure) -> Void = { _ in },
            derived: @escaping @Sendable (DeriveResult) -> Void = { _ in }
        ) {
            self.finished = finished
            self.pressure = pressure
            self.derived = derived
        }
    }

    /// Work that ends nothing for so long is stuck.
    private static let patienceMilliseconds: Int64 = 600_000
    /// After so many files a derivation runs even though more files wait.
    private static let filesPerDerivation = 256

    private let control = DispatchQueue(label: "amble.ingest.control")
    private let deriving = DispatchQueue(label: "amble.ingest.derive")
    private let stages: Stages
    private let events: Events
    /// Serial queues without work, as many as files may be in work.
    ///
    /// Not one concurrent queue: on Linux libdispatch watches the threads of such a one with a timer
    /// that wakes the process every second for ever after, however idle it is.
    private var idleLanes: [DispatchQueue]
    private var backlog = Backlog()
    private var admission: Admission
    private var inWork: Set<IncomingFile.Key> = []
    private var filesSinceDerivation = 0
    private var wantsDerivation = false
    private var isDeriving = false
    private var untold: [DerivedDates] = []
    private var isStopping = false
    private var lastProgress = MonotonicClock.milliseconds()
    private var idleObservers: [@Sendable () -> Void] = []

    /// Makes a pipeline that works on so many files at a time.
    package init(stages: Stages, events: Events, width: Int) {
        self.stages = stages
        self.events = events
        admission = Admission(width: width)
        idleLanes = (0..<admission.width).map { DispatchQueue(label: "amble.ingest.parse.\($0)") }
    }

    /// Adds a file; one that waits already under the same path is replaced.
    ///
    /// From any queue.
    package func take(_ file: IncomingFile) {
        take([file])
    }

    /// Adds files that came together: nothing is told before the last of them has ended, or a day
    /// would be told as it is without the others and at once revised.
    ///
    /// From any queue.
    package func take(_ files: [IncomingFile]) {
        control.async { @Sendable [self] in
            guard !isStopping else { return }
            for file in files { backlog.append(file) }
            advance()
        }
    }

    /// Derives and tells what is marked, even when no file came: at midnight, at the start.
    package func refresh() {
        control.async { @Sendable [self] in
            wantsDerivation = !isStopping
            advance()
        }
    }

    /// Calls back once nothing waits, is in work, or must be derived.
    ///
    /// From any queue.
    package func whenIdle(_ body: @escaping @Sendable () -> Void) {
        control.async { @Sendable [self] in
            idleObservers.append(body)
            advance()
        }
    }

    /// Takes no further file, asks the work in hand to stop, and calls back when it has.
    ///
    /// What waits is dropped: it still lies where it came from. Marks of days that were not derived
    /// stand in the store.
    package func stop(_ body: @escaping @Sendable () -> Void) {
        control.async { @Sendable [self] in
            isStopping = true
            backlog.removeAll()
            stages.cancel()
            idleObservers.append(body)
            advance()
        }
    }

    /// Calls back unless work has been in hand for ten minutes without an end, or a file of an
    /// archive: the answer for a watchdog.
    package func ping(_ body: @escaping @Sendable () -> Void) {
        control.async { @Sendable [self] in
            let isAtWork = isDeriving || admission.filesInWork > 0
            let silence = MonotonicClock.milliseconds() - max(lastProgress, stages.progress())
            if !isAtWork || silence < Self.patienceMilliseconds { body() }
        }
    }

    // MARK: - On the control queue

    private func advance() {
        dispatchPrecondition(condition: .onQueue(control))
        startFiles()
        startDerivation()
        if let pressure = admission.pressure(waiting: backlog.count) { events.pressure(pressure) }
        tellWhetherIdle()
    }

    private func startFiles() {
        // Two versions of one file are never in work at once: the later one waits its turn.
        while let next = backlog.first, admission.admits(bytes: next.size),
            !inWork.contains(next.key), let lane = idleLanes.popLast()
        {
            let file = backlog.removeFirst() ?? next
            if admission.filesInWork == 0 { lastProgress = MonotonicClock.milliseconds() }
            admission.begin(bytes: file.size)
            inWork.insert(file.key)
            lane.async { @Sendable [self] in
                let result = stages.intake(file)
                control.async { @Sendable [self] in
                    idleLanes.append(lane)
                    end(file, result)
                }
            }
        }
    }

    private func end(_ file: IncomingFile, _ result: IntakeResult) {
        admission.end(bytes: file.size)
        inWork.remove(file.key)
        filesSinceDerivation += 1
        lastProgress = MonotonicClock.milliseconds()
        if !isStopping, case .recorded(let record) = result, record.changedDays {
            wantsDerivation = true
        }
        events.finished(file, result)
        advance()
    }

    private func startDerivation() {
        guard wantsDerivation, !isDeriving, !isStopping else { return }
        let isQuiet = backlog.count == 0 && admission.filesInWork == 0
        guard isQuiet || filesSinceDerivation >= Self.filesPerDerivation else { return }
        isDeriving = true
        lastProgress = MonotonicClock.milliseconds()
        wantsDerivation = false
        filesSinceDerivation = 0
        let earlier = untold
        deriving.async { @Sendable [self] in
            let result = stages.derive().joined(to: earlier)
            if isQuiet { stages.tell(result) }
            control.async { @Sendable [self] in endDerivation(result, isTold: isQuiet) }
        }
    }

    /// What was derived while files waited is told with the last of them, so that a folder full of
    /// files does not mean a revision of each day after every few hundred.
    private func endDerivation(_ result: DeriveResult, isTold: Bool) {
        isDeriving = false
        lastProgress = MonotonicClock.milliseconds()
        if case .done(let dates) = result { untold = isTold ? [] : dates }
        if !isTold { wantsDerivation = true }
        events.derived(result)
        advance()
    }

    private func tellWhetherIdle() {
        // What is still to be derived at a stop stays marked in the store for the next start.
        let hasDerived = !isDeriving && (isStopping || !wantsDerivation)
        guard backlog.count == 0, admission.filesInWork == 0, hasDerived else { return }
        let observers = idleObservers
        idleObservers = []
        for observer in observers { observer() }
    }
}
