import Devices
import Dispatch
import Ingest
import LinuxSystem
import Logging
import Model
import Store

/// Receives the trackers that are plugged in while the daemon runs: gives what they hold to the
/// pipeline, a few files at a time, and says what came of it.
final class DeviceDesk: @unchecked Sendable {
    // @unchecked: every `var` is touched only on `queue`, which each private entry asserts.

    /// What the desk does to the rest of the daemon; called on the desk's queue.
    struct Doors: Sendable {
        /// Gives files to the pipeline.
        var take: @Sendable ([IncomingFile]) -> Void
        /// Calls back once everything that was taken is derived and told.
        var whenIdle: @Sendable (@escaping @Sendable () -> Void) -> Void
        /// Says what is being read, in a line for people; nothing when no device is.
        var status: @Sendable (String?) -> Void
        /// The store failed; whoever owns it looks whether it is damaged.
        var storeFailed: @Sendable () -> Void
    }

    /// Makes the watcher that tells a desk what comes and goes.
    typealias MakeWatcher = (
        _ known: @escaping @Sendable (Attachment) -> Set<DeviceFileKey>,
        _ events: DeviceWatcher.Events
    ) -> DeviceWatcher

    /// Files of one device that are in the pipeline at the same time.
    private static let filesInWork = 16
    /// After so many judged files the ledger of the device is written.
    private static let filesPerNote = 64

    /// A device that is being read.
    private struct Reading {
        var delivery: DeviceDelivery
        let session: DeviceSession?
        var isConcluding = false
        var hasVanished = false
    }

    private let queue = DispatchQueue(label: "amble.daemon.devices")
    private let reception: DeviceReception
    private let log: Logger
    private let doors: Doors
    private var watcher: DeviceWatcher?
    private var readings: [ReadingTicket: Reading] = [:]
    /// Devices that are being opened, and how far that is, in a clause for people.
    private var openings: [AttachmentID: String] = [:]
    /// Each of them is told once in a stay.
    private var trouble = RepeatedTrouble()
    private var saidStatus: String?
    private var isStopped = false

    init(reception: DeviceReception, log: Logger, doors: Doors) {
        self.reception = reception
        self.log = log
        self.doors = doors
    }

    /// Begins to watch for devices.
    func start(_ makeWatcher: MakeWatcher) {
        let reception = reception
        let watcher = makeWatcher({ @Sendable in reception.knownFiles(of: $0) }, watcherEvents)
        queue.sync { self.watcher = watcher }
        watcher.start()
    }

    /// Ends: devices are given back, and nothing is written into the store after the body was called.
    func stop(_ body: @escaping @Sendable () -> Void) {
        queue.async { @Sendable [self] in
            isStopped = true
            for var reading in readings.values {
                reading.session?.close()
                write {
                    reading.isConcluding
                        ? try $0.conclude(&reading.delivery)
                        : try $0.interrupt(&reading.delivery)
                }
            }
            readings = [:]
            guard let watcher else { return body() }
            self.watcher = nil
            let queue = self.queue
            watcher.stop { @Sendable in queue.async(execute: body) }
        }
    }

    /// Takes in what became of a file of the pipeline; one of a folder is none of the desk's.
    func finished(_ file: IncomingFile, _ result: IntakeResult) {
        guard !file.isInFolder else { return }
        queue.async { @Sendable [self] in note(result, of: file) }
    }

    // MARK: - What the watcher says

    private var watcherEvents: DeviceWatcher.Events {
        let queue = self.queue
        return DeviceWatcher.Events(
            noticed: { @Sendable [weak self] attachment in
                queue.async { @Sendable [weak self] in self?.noticed(attachment) }
            },
            found: { @Sendable [weak self] attachment, holding, ticket in
                queue.async { @Sendable [weak self] in self?.found(attachment, holding, ticket) }
            },
            progress: { @Sendable [weak self] attachment, clause in
                queue.async { @Sendable [weak self] in self?.progress(attachment, clause) }
            },
            failed: { @Sendable [weak self] attachment, error in
                queue.async { @Sendable [weak self] in self?.failed(attachment, error) }
            },
            vanished: { @Sendable [weak self] attachment in
                queue.async { @Sendable [weak self] in self?.vanished(attachment) }
            },
            trouble: { @Sendable [weak self] sentence in
                queue.async { @Sendable [weak self] in self?.log.warning("\(sentence)") }
            }
        )
    }

    private func noticed(_ attachment: Attachment) {
        dispatchPrecondition(condition: .onQueue(queue))
        guard !isStopped else { return }
        let how = attachment.how
        switch how {
        case .fat, .mounted, .mtp, .omron:
            // Another way to it is no other stay.
            tell(.info, attachment, "plugged in")
            openings[attachment.id] = "\(Self.title(attachment)), looking through it"
            tellStatus()
        case .starting:
            tell(.info, attachment, how.sentence ?? "")
            write { try $0.note(attachment, .waiting, message: how.sentence) }
        case .waiting(let sentence):
            tell(.notice, attachment, sentence)
            write { try $0.note(attachment, .waiting, message: sentence) }
        case .unreadable(let sentence):
            tell(.notice, attachment, sentence)
            write { try $0.note(attachment, .unsupported, message: sentence) }
        }
    }

    private func found(
        _ attachment: Attachment,
        _ holding: DeviceHolding,
        _ ticket: ReadingTicket
    ) {
        dispatchPrecondition(condition: .onQueue(queue))
        var session: DeviceSession?
        if case .files(let opened, _) = holding { session = opened }
        guard !isStopped else {
            session?.close()
            return
        }
        openings[attachment.id] = nil
        do {
            let delivery = try reception.delivery(of: attachment, holding)
            readings[ticket] = Reading(delivery: delivery, session: session)
            advance(ticket)
        } catch {
            session?.close()
            note(error)
            watcher?.finish(ticket, .failed(.timedOut("the database did not answer")))
            tellStatus()
        }
    }

    private func progress(_ attachment: Attachment, _ clause: String) {
        dispatchPrecondition(condition: .onQueue(queue))
        guard !isStopped else { return }
        openings[attachment.id] = "\(Self.title(attachment)), \(clause)"
        tellStatus()
    }

    private func failed(_ attachment: Attachment, _ error: DeviceError) {
        dispatchPrecondition(condition: .onQueue(queue))
        guard !isStopped else { return }
        openings[attachment.id] = nil
        tellStatus()
        guard error != .stopped else { return }
        let words = [error.description, error.advice].compactMap(\.self).joined(separator: "; ")
        tell(.warning, attachment, words)
        write { try $0.note(attachment, DeviceState(error), message: words) }
    }

    private func vanished(_ attachment: Attachment) {
        dispatchPrecondition(condition: .onQueue(queue))
        guard !isStopped else { return }
        openings[attachment.id] = nil
        for ticket in readings.keys where ticket.attachment == attachment.id {
            readings[ticket]?.session?.close()
            readings[ticket]?.delivery.dropWaiting()
            readings[ticket]?.hasVanished = true
            advance(ticket)
        }
        // What is still being read of it says so when it ends.
        if !readings.keys.contains(where: { $0.attachment == attachment.id }) {
            reception.forget(attachment.id)
        }
        tellStatus()
    }

    // MARK: - Files through the pipeline

    private func note(_ result: IntakeResult, of file: IncomingFile) {
        dispatchPrecondition(condition: .onQueue(queue))
        guard !isStopped,
            let ticket = readings.first(where: { $0.value.delivery.holds(file) })?.key
        else { return }
        readings[ticket]?.delivery.note(result, of: file)
        if case .gone = result { readings[ticket]?.delivery.dropWaiting() }
        if var reading = readings[ticket], reading.delivery.settled.count >= Self.filesPerNote {
            write { try $0.remember(&reading.delivery) }
            readings[ticket] = reading
        }
        advance(ticket)
    }

    /// Gives the next files to the pipeline, or ends the reading when there are no more.
    private func advance(_ ticket: ReadingTicket) {
        guard readings[ticket]?.isConcluding == false else { return }
        // In its place: a copy of what waits for each file would cost more than the file.
        let files = readings[ticket]?.delivery.next(atMost: Self.filesInWork) ?? []
        if !files.isEmpty { doors.take(files) }
        let isDone = readings[ticket]?.delivery.isDone ?? false
        readings[ticket]?.isConcluding = isDone
        tellStatus()
        guard isDone else { return }
        readings[ticket]?.session?.close()
        // "Synced" is true only when the days it changed can be looked at.
        let queue = self.queue
        doors.whenIdle { @Sendable [weak self] in
            queue.async { @Sendable [weak self] in self?.conclude(ticket) }
        }
    }

    private func conclude(_ ticket: ReadingTicket) {
        dispatchPrecondition(condition: .onQueue(queue))
        guard !isStopped, let reading = readings.removeValue(forKey: ticket) else { return }
        var delivery = reading.delivery
        do {
            try reception.conclude(&delivery)
        } catch {
            // Taken for read, it would stand as being read for as long as it is plugged in.
            note(error)
            delivery.noteStoreFailing()
        }
        if reading.hasVanished { reception.forget(ticket.attachment) }
        let verdict = delivery.verdict(reception)
        if !delivery.isBroken {
            log.notice("\(verdict)")
        } else if trouble.note("\(ticket.attachment) \(verdict)") {
            log.warning("\(verdict)")
        }
        for note in delivery.notes where trouble.note("\(delivery.label) \(note)") {
            log.notice("\(delivery.label): \(note)")
        }
        watcher?.finish(ticket, delivery.shortfall.outcome)
        tellStatus()
    }

    private func write(_ body: (DeviceReception) throws -> Void) {
        do {
            try body(reception)
        } catch {
            note(error)
        }
    }

    /// Takes in that the store failed.
    private func note(_ error: any Error) {
        if trouble.note("\(error)") { log.error("\(error)") }
        doors.storeFailed()
    }

    /// Says something of an attachment, once in its stay.
    private func tell(_ level: Logger.Level, _ attachment: Attachment, _ words: String) {
        guard trouble.note("\(attachment.id) \(words)") else { return }
        log.log(level: level, "\(Self.title(attachment)): \(words)")
    }

    private func tellStatus() {
        let parts =
            readings.sorted { $0.key < $1.key }.map { _, reading in
                "\(reading.delivery.label), \(reading.delivery.progress)"
            } + openings.sorted { $0.key < $1.key }.map { _, clause in clause }
        let status = parts.isEmpty ? nil : "Reading " + parts.joined(separator: "; ")
        guard status != saidStatus else { return }
        saidStatus = status
        doors.status(status)
    }

    private static func title(_ attachment: Attachment) -> String {
        "\(attachment.identity.name) (\(attachment.identity.key))"
    }
}

extension DeviceState {
    /// How a device stands that could not be read.
    init(_ error: DeviceError) {
        switch error {
        case .busy: self = .busy
        case .notPermitted: self = .forbidden
        case .unsupported: self = .unsupported
        case .gone, .timedOut, .damaged, .system, .stopped: self = .failed
        }
    }
}
