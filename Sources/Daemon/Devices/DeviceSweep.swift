import Devices
import Dispatch
import Ingest
import Logging
import Model
import Store

/// Reads what is plugged in once and waits for it: the devices of `ambled --once`.
///
/// A device that is busy, forbidden or silent is told and passed over.
struct DeviceSweep {
    private let reception: DeviceReception
    private let opener: any AttachmentOpener
    private let log: Logger

    init(
        reception: DeviceReception,
        opener: any AttachmentOpener = RealAttachmentOpener(),
        log: Logger
    ) {
        self.reception = reception
        self.opener = opener
        self.log = log
    }

    /// Reads each attachment in turn.
    ///
    /// - Parameters:
    ///   - attachments: what is plugged in.
    ///   - take: takes files and calls back with the fate of each, then returns when all have ended.
    func run(
        _ attachments: [Attachment],
        take: ([IncomingFile], @escaping @Sendable (IncomingFile, IntakeResult) -> Void) -> Void
    ) {
        for attachment in attachments {
            guard attachment.isReadable else {
                tell(attachment, attachment.how.sentence ?? "nothing can be read from it")
                continue
            }
            do {
                try read(attachment, take)
            } catch {
                tell(attachment, "\(error)")
            }
        }
    }

    private func read(
        _ attachment: Attachment,
        _ take: ([IncomingFile], @escaping @Sendable (IncomingFile, IntakeResult) -> Void) -> Void
    ) throws {
        let queue = DispatchQueue(label: "amble.devices.sweep")
        let result: Result<DeviceHolding, DeviceError> = queue.sync {
            Result { () throws(DeviceError) in
                try opener.open(
                    attachment,
                    queue: queue,
                    stop: StopSign(),
                    known: reception.knownFiles(of: attachment),
                    progress: { _ in }
                )
            }
        }
        if case .failure(let error) = result {
            try reception.note(attachment, DeviceState(error), message: error.description)
        }
        let holding = try result.get()
        var delivery = try reception.delivery(of: attachment, holding)
        let fates = Fates()
        take(delivery.next(atMost: .max)) { @Sendable file, fate in fates.add(file, fate) }
        for (file, fate) in fates.all { delivery.note(fate, of: file) }
        if case .files(let session, _) = holding { session.close() }
        try reception.conclude(&delivery)
        log.log(level: delivery.isBroken ? .warning : .notice, "\(delivery.verdict(reception))")
        for note in delivery.notes { log.notice("\(delivery.label): \(note)") }
    }

    private func tell(_ attachment: Attachment, _ sentence: String) {
        log.notice("\(attachment.identity.name) (\(attachment.identity.key)): \(sentence)")
    }
}
