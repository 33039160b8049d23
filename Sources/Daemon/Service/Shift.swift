import Devices
import Dispatch
import FolderWatch
import Ingest
import LinuxSystem
import Logging
import Model

/// The daemon at work under one configuration, from arming the folders to putting them down.
///
/// A reload ends one shift and begins the next. All of it runs on the service's queue; what the
/// watcher and the pipeline say arrives there too.
final class Shift: @unchecked Sendable {
    // @unchecked: every `var` is touched only on `queue`, which each private entry asserts.

    /// What a shift tells its service; called on the queue.
    struct Events: Sendable {
        /// Every folder is listed and armed for the first time.
        var armed: @Sendable () -> Void
        /// The database was found damaged while it was used.
        var damaged: @Sendable () -> Void
        /// A line for `STATUS=`.
        var status: @Sendable (String) -> Void
    }

    private static let retryMilliseconds: Int64 = 300_000
    private static let requestTag = -1

    private let queue: DispatchQueue
    private let household: Household
    private let workshop: Workshop
    private let log: Logger
    private let events: Events
    private let desk: RequestDesk
    private let makeDeviceWatcher: DeviceDesk.MakeWatcher
    private var devices: DeviceDesk?
    private var watcher: FolderWatcher?
    private var pipeline: IngestPipeline?
    private var timer: CalendarTimer?
    private var tally = FileTally()
    /// What is being read from devices, for people.
    private var deviceStatus: String?
    private var saidStatus: String?
    private var hasReportedDamage = false
    private var intakeLog: IntakeLog
    private var asked: [FilePath: OpenRequest] = [:]
    private var isStopping = false

    /// A request whose files are still in work.
    private struct OpenRequest {
        /// The files that are still in work.
        var remaining: Set<FilePath>
        var verdict = RunVerdict(countsKnown: true)
    }

    init(
        household: Household,
        queue: DispatchQueue,
        isDamaged: Bool,
        log: Logger,
        events: Events,
        makeDeviceWatcher: @escaping DeviceDesk.MakeWatcher = {
            DeviceWatcher(known: $0, events: $1)
        }
    ) throws(Failure) {
        self.makeDeviceWatcher = makeDeviceWatcher
        self.queue = queue
        self.household = household
        self.log = log
        self.events = events
        intakeLog = IntakeLog(log)
        workshop = try Workshop(household, isDamaged: isDamaged, log: log)
        desk = RequestDesk(folder: household.requestsFolder)
    }

    /// Begins to watch.
    func start() {
        dispatchPrecondition(condition: .onQueue(queue))
        try? Folder.make(desk.folder, mode: 0o700)
        let queue = self.queue
        let pipeline = workshop.pipeline(
            IngestPipeline.Events(
                finished: { @Sendable [weak self] file, result in
                    queue.async { @Sendable [weak self] in self?.finished(file, result) }
                },
                pressure: { @Sendable [weak self] pressure in
                    queue.async { @Sendable [weak self] in self?.press(pressure) }
                },
                derived: { @Sendable [weak self] result in
                    queue.async { @Sendable [weak self] in self?.derived(result) }
                }
            )
        )
        self.pipeline = pipeline
        let watcher = makeWatcher()
        self.watcher = watcher
        watcher.start()
        armTimer()
        startDevices(pipeline)
    }

    /// Begins to read what is plugged in.
    private func startDevices(_ pipeline: IngestPipeline) {
        guard household.readsDevices else { return }
        let queue = self.queue
        let devices = DeviceDesk(
            reception: DeviceReception(household: household, store: workshop.store),
            log: log,
            doors: DeviceDesk.Doors(
                take: { @Sendable files in pipeline.take(files) },
                whenIdle: { @Sendable body in pipeline.whenIdle(body) },
                status: { @Sendable [weak self] line in
                    queue.async { @Sendable [weak self] in self?.note(deviceStatus: line) }
                },
                storeFailed: { @Sendable [weak self] in
                    queue.async { @Sendable [weak self] in self?.reportDamage() }
                }
            )
        )
        self.devices = devices
        devices.start(makeDeviceWatcher)
    }

    /// Ends the shift: the file in hand is stored or rolled back, then the body is called.
    func stop(_ body: @escaping @Sendable () -> Void) {
        dispatchPrecondition(condition: .onQueue(queue))
        isStopping = true
        timer?.cancel()
        let queue = self.queue
        let workshop = self.workshop
        guard let watcher, let pipeline else { return body() }
        let end: @Sendable () -> Void = {
            watcher.stop { @Sendable in
                pipeline.stop { @Sendable in
                    queue.async { @Sendable in
                        workshop.close()
                        body()
                    }
                }
            }
        }
        if let devices { devices.stop(end) } else { end() }
    }

    /// Calls back once the pipeline has shown that it is alive.
    func ping(_ body: @escaping @Sendable () -> Void) {
        pipeline?.ping(body)
    }

    /// Reopens the summary log after a rotation.
    func reopenLog() {
        workshop.reopenLog()
    }

    // MARK: - What the watcher says

    private func makeWatcher() -> FolderWatcher {
        let queue = self.queue
        let requests = WatchedFolder(path: desk.folder, isRecursive: false, tag: Self.requestTag)
        return FolderWatcher(
            folders: household.watchedFolders + [requests],
            events: FolderWatcher.Events(
                settled: { @Sendable [weak self] files in
                    queue.async { @Sendable [weak self] in self?.settled(files) }
                },
                armed: { @Sendable [weak self] in
                    queue.async { @Sendable [weak self] in self?.armed() }
                },
                trouble: { @Sendable [weak self] trouble in
                    queue.async { @Sendable [weak self] in self?.report(trouble) }
                }
            )
        )
    }

    private func armed() {
        dispatchPrecondition(condition: .onQueue(queue))
        events.armed()
        // What was left undone by an earlier run is derived and told, whether files come or not.
        let queue = self.queue
        pipeline?.whenIdle { @Sendable [weak self] in
            queue.async { @Sendable [weak self] in self?.pipeline?.refresh() }
        }
    }

    private func settled(_ files: [SettledFile]) {
        dispatchPrecondition(condition: .onQueue(queue))
        var arrivals: [IncomingFile] = []
        for file in files {
            if file.tag == Self.requestTag {
                if desk.isRequest(file.path) { serve(file.path) }
            } else if let incoming = household.incoming(file, isFinal: false) {
                arrivals.append(incoming)
            }
        }
        if !arrivals.isEmpty { pipeline?.take(arrivals) }
    }

    private func report(_ trouble: FolderTrouble) {
        dispatchPrecondition(condition: .onQueue(queue))
        log.warning("\(trouble)")
    }

    private func press(_ pressure: Pressure) {
        dispatchPrecondition(condition: .onQueue(queue))
        switch pressure {
        case .pause: watcher?.pause()
        case .resume: watcher?.resume()
        }
    }

    // MARK: - What the pipeline says

    private func finished(_ file: IncomingFile, _ result: IntakeResult) {
        dispatchPrecondition(condition: .onQueue(queue))
        intakeLog.note(result)
        devices?.finished(file, result)
        switch result {
        case .recorded(let record):
            tally.count(record)
            if record.file.outcome == .waiting, file.isInFolder {
                watcher?.lookAgain(at: file.path, afterMilliseconds: Self.retryMilliseconds)
            }
        case .unfinished(let still):
            guard file.isInFolder else { break }
            let wait = max(1_000, still - file.unchangedMilliseconds)
            watcher?.lookAgain(at: file.path, afterMilliseconds: wait)
        case .gone: tally.forget(file.path)
        }
        settleRequests(of: file, result)
        reportDamage()
        tellStatus()
    }

    private func tellStatus() {
        dispatchPrecondition(condition: .onQueue(queue))
        guard !isStopping else { return }
        let line = deviceStatus ?? tally.sentence(folders: household.folders.count)
        guard line != saidStatus else { return }
        saidStatus = line
        events.status(line)
    }

    private func note(deviceStatus: String?) {
        dispatchPrecondition(condition: .onQueue(queue))
        guard self.deviceStatus != deviceStatus else { return }
        self.deviceStatus = deviceStatus
        tellStatus()
    }

    private func armTimer() {
        let queue = self.queue
        let timer = CalendarTimer(
            queue: queue,
            home: household.zones,
            clock: household.clock,
            fire: { @Sendable [weak self] in self?.midnight() }
        )
        timer.arm()
        self.timer = timer
    }

    private func midnight() {
        dispatchPrecondition(condition: .onQueue(queue))
        // A diary's line that was refused for its time may be near now, and nobody touched the file.
        for diary in workshop.diariesToReadAgain() { pipeline?.take(diary) }
        pipeline?.refresh()
        timer?.arm()
    }

    private func derived(_ result: DeriveResult) {
        dispatchPrecondition(condition: .onQueue(queue))
        for path in asked.keys { asked[path]?.verdict.add(result) }
        reportDamage()
        tellStatus()
        // Until the next file comes hours may go by.
        Heap.giveBack()
    }

    /// Tells the service once that the database is damaged; a new shift sets it aside.
    private func reportDamage() {
        guard !hasReportedDamage, !isStopping, workshop.isDamaged else { return }
        hasReportedDamage = true
        events.damaged()
    }

    // MARK: - Requests of commands

    private func serve(_ path: FilePath) {
        guard asked[path] == nil, let request = desk.read(path) else { return }
        asked[path] = OpenRequest(remaining: Set(request.paths))
        switch request.verb {
        case .importFiles: take(request)
        case .rebuild: rebuild(for: path)
        }
        if request.paths.isEmpty { answerWhenIdle(path) }
    }

    private func take(_ request: DaemonRequest) {
        for wanted in request.paths {
            pipeline?.take(household.incoming(named: wanted, person: request.person))
        }
    }

    private func rebuild(for path: FilePath) {
        do {
            try workshop.markEverything()
            pipeline?.refresh()
        } catch {
            asked[path] = nil
            answer(path, DaemonAnswer(code: error.code, sentence: error.description))
        }
    }

    /// Crosses a file off the requests that wait for it.
    private func settleRequests(of file: IncomingFile, _ result: IntakeResult) {
        for (path, var request) in asked where request.remaining.remove(file.path) != nil {
            request.verdict.add(result)
            asked[path] = request
            if request.remaining.isEmpty { answerWhenIdle(path) }
        }
    }

    /// Answers once everything is derived; the queue then holds what the derivation came to.
    private func answerWhenIdle(_ path: FilePath) {
        let queue = self.queue
        pipeline?.whenIdle { @Sendable [weak self] in
            queue.async { @Sendable [weak self] in self?.conclude(path) }
        }
    }

    private func conclude(_ path: FilePath) {
        dispatchPrecondition(condition: .onQueue(queue))
        guard let request = asked.removeValue(forKey: path) else { return }
        answer(path, DaemonAnswer(code: request.verdict.code))
    }

    private func answer(_ path: FilePath, _ answer: DaemonAnswer) {
        // A pipeline that stops is idle before its work is done; the next shift finds the request.
        guard !isStopping else { return }
        do {
            try desk.answer(path, with: answer)
        } catch {
            log.warning("A command could not be answered", metadata: ["system.error": "\(error)"])
        }
    }
}
