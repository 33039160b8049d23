import Dispatch
import LinuxSystem
package import Model

/// Notices trackers that come and go, opens each on a queue of its own, and says what it holds.
///
/// Nothing happens while nothing is plugged in or out: no timer runs and no thread waits. What is
/// found is read by whoever is told, through the session; `finish` then says how that went.
package final class DeviceWatcher: @unchecked Sendable {
    // @unchecked: every `var` is touched only on `queue`, which each private entry asserts.

    /// What the watcher tells; called on its queue.
    package struct Events: Sendable {
        /// An attachment came, or its state or its ways are others than before.
        package var noticed: @Sendable (Attachment) -> Void
        /// An attachment was opened; the reading lasts until `finish` is called with its ticket.
        package var found: @Sendable (Attachment, DeviceHolding, ReadingTicket) -> Void
        /// How far the opening of an attachment is, in one clause for people.
        package var progress: @Sendable (Attachment, String) -> Void
        /// An attachment could not be opened; it is tried again where that makes sense.
        package var failed: @Sendable (Attachment, DeviceError) -> Void
        /// An attachment went.
        package var vanished: @Sendable (Attachment) -> Void
        /// No devices can be noticed; one sentence for people with what to do.
        package var trouble: @Sendable (String) -> Void

        /// Joins the events.
        package init(
            noticed: @escaping @Sendable (Attachment) -> Void,
            found: @escaping @Sendable (Attachment, DeviceHolding, ReadingTicket) -> Void,
            progress: @escaping @Sendable (Attachment, String) -> Void,
            failed: @escaping @Sendable (Attachment, DeviceError) -> Void,
            vanished: @escaping @Sendable (Attachment) -> Void,
            trouble: @escaping @Sendable (String) -> Void
        ) {
            self.noticed = noticed
            self.found = found
            self.progress = progress
            self.failed = failed
            self.vanished = vanished
            self.trouble = trouble
        }
    }

    /// An attachment that is there.
    private struct Stay {
        var attachment: Attachment
        /// The reading that is under way.
        var reading: Reading?
    }

    /// A reading that is under way.
    private struct Reading: Sendable {
        let ticket: ReadingTicket
        /// Stops it.
        let stop = StopSign()
    }

    private let queue = DispatchQueue(label: "amble.devices")
    private let devices: any DeviceEvents
    private let mounts: any MountEvents
    private let opener: any AttachmentOpener
    private let events: Events
    private let known: @Sendable (Attachment) -> Set<DeviceFileKey>
    private let now: @Sendable () -> Int64
    private var tracker: AttachmentTracker
    private var stays: [AttachmentID: Stay] = [:]
    private var openings: UInt64 = 0
    private var timer: (any DispatchSourceTimer)?
    private var isStopped = false

    /// Makes a watcher that watches nothing yet.
    ///
    /// - Parameters:
    ///   - devices: where news of devices come from.
    ///   - mounts: where news of mounts come from.
    ///   - opener: what opens attachments.
    ///   - table: the devices that are known.
    ///   - now: milliseconds that only go on.
    ///   - known: the files of a device that need not be read again; called on the queue of the
    ///     device, where it may block.
    ///   - events: what is told.
    package init(
        devices: any DeviceEvents = UdevMonitor(),
        mounts: any MountEvents = MountMonitor(),
        opener: any AttachmentOpener = RealAttachmentOpener(),
        table: DeviceTable = .known,
        now: @escaping @Sendable () -> Int64 = { MonotonicClock.milliseconds() },
        known: @escaping @Sendable (Attachment) -> Set<DeviceFileKey>,
        events: Events
    ) {
        self.known = known
        self.devices = devices
        self.mounts = mounts
        self.opener = opener
        self.now = now
        self.events = events
        tracker = AttachmentTracker(table: table)
    }

    /// Begins; what is there already is noticed first.
    package func start() {
        queue.async { @Sendable [self] in
            guard !isStopped else { return }
            // Mounts first, so that a stick that lies mounted is known with its folder at once.
            do throws(SystemError) {
                try mounts.begin(on: queue) { @Sendable [weak self] table in self?.take(table) }
            } catch {
                events.trouble("cannot notice mounts: \(error); other sticks are read all the same")
            }
            do throws(DeviceEventsError) {
                try devices.begin(on: queue) { @Sendable [weak self] news in self?.take(news) }
            } catch {
                events.trouble(error.description)
            }
        }
    }

    /// Ends; readings under way are asked to stop, and nothing is told after the body was called.
    package func stop(_ body: @escaping @Sendable () -> Void) {
        queue.async { @Sendable [self] in
            isStopped = true
            devices.end()
            mounts.end()
            timer?.cancel()
            timer = nil
            for stay in stays.values { stay.reading?.stop.say() }
            stays = [:]
            body()
        }
    }

    /// Says how the reading of what was found ended; from any queue.
    ///
    /// Of a reading whose attachment went meanwhile nothing is taken in, even when it is back under
    /// the same id.
    package func finish(_ ticket: ReadingTicket, _ outcome: ReadingOutcome) {
        queue.async { @Sendable [self] in end(ticket, outcome) }
    }

    // MARK: - On the queue

    private func take(_ report: DeviceReport) {
        dispatchPrecondition(condition: .onQueue(queue))
        guard !isStopped else { return }
        carryOut(tracker.take(report, at: now()))
    }

    private func take(_ table: MountTable) {
        dispatchPrecondition(condition: .onQueue(queue))
        guard !isStopped else { return }
        carryOut(tracker.take(table, at: now()))
    }

    private func end(_ ticket: ReadingTicket, _ outcome: ReadingOutcome) {
        guard isCurrent(ticket) else { return }
        stays[ticket.attachment]?.reading = nil
        carryOut(tracker.take(outcome, of: ticket.attachment, at: now()))
    }

    private func look() {
        dispatchPrecondition(condition: .onQueue(queue))
        guard !isStopped else { return }
        carryOut(tracker.look(at: now()))
    }

    private func carryOut(_ decisions: [AttachmentDecision]) {
        for decision in decisions {
            switch decision {
            case .appeared(let attachment), .changed(let attachment):
                stays[attachment.id, default: Stay(attachment: attachment)].attachment = attachment
                events.noticed(attachment)
                if attachment.isReadable { open(attachment) }
            case .tryAgain(let attachment):
                open(attachment)
            case .vanished(let id):
                guard let stay = stays.removeValue(forKey: id) else { continue }
                stay.reading?.stop.say()
                events.vanished(stay.attachment)
            }
        }
        armTimer()
    }

    private func open(_ attachment: Attachment) {
        guard let stay = stays[attachment.id], stay.reading == nil else { return }
        openings &+= 1
        let reading = Reading(ticket: ReadingTicket(attachment: attachment.id, number: openings))
        stays[attachment.id]?.reading = reading
        _ = tracker.take(.began, of: attachment.id, at: now())
        // A queue of its own, so that a device that hangs holds up no other.
        let device = DispatchQueue(label: "amble.devices.read.\(attachment.id)")
        let progress: @Sendable (String) -> Void = { [queue] clause in
            queue.async { @Sendable [weak self] in self?.tell(clause, of: attachment, reading) }
        }
        device.async { @Sendable [weak self, opener, known] in
            let result = Result { () throws(DeviceError) in
                try opener.open(
                    attachment,
                    queue: device,
                    stop: reading.stop,
                    known: known(attachment),
                    progress: progress
                )
            }
            self?.opened(attachment, reading, result)
        }
    }

    private func opened(
        _ attachment: Attachment,
        _ reading: Reading,
        _ result: Result<DeviceHolding, DeviceError>
    ) {
        queue.async { @Sendable [self] in
            guard isCurrent(reading.ticket) else {
                // It went meanwhile: nobody is to read it any more.
                if case .success(.files(let session, _)) = result { session.close() }
                return
            }
            switch result {
            case .success(let holding):
                events.found(attachment, holding, reading.ticket)
            case .failure(let error):
                events.failed(attachment, error)
                end(reading.ticket, .failed(error))
            }
        }
    }

    private func tell(_ clause: String, of attachment: Attachment, _ reading: Reading) {
        guard isCurrent(reading.ticket) else { return }
        events.progress(attachment, clause)
    }

    private func isCurrent(_ ticket: ReadingTicket) -> Bool {
        dispatchPrecondition(condition: .onQueue(queue))
        return !isStopped && stays[ticket.attachment]?.reading?.ticket == ticket
    }

    /// Wakes once, when the tracker wants to look again; there is no timer while it does not.
    private func armTimer() {
        timer?.cancel()
        timer = nil
        guard let next = tracker.nextLook else { return }
        let timer = DispatchSource.makeTimerSource(queue: queue)
        let wait = Int(clamping: max(0, next &- now()))
        timer.schedule(deadline: .now() + .milliseconds(wait), leeway: .milliseconds(200))
        timer.setEventHandler { @Sendable [weak self] in self?.look() }
        timer.activate()
        self.timer = timer
    }
}
