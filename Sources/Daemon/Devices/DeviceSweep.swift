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
            do {
                if attachment.isReadable {
                    try read(attachment, take)
                } else {
                    try passOver(attachment)
                }
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
        let holding: DeviceHolding
        switch result {
        case .success(let found): holding = found
        case .failure(let error):
            let words = [error.description, error.advice].compactMap(\.self)
                .joined(separator: "; ")
            tell(attachment, words)
            return try reception.note(attachment, DeviceState(error), message: words)
        }
        defer { if case .files(let session, _) = holding { session.close() } }
        var delivery = try reception.delivery(of: attachment, holding)
        let fates = Fates()
        take(delivery.next(atMost: .max)) { @Sendable file, fate in fates.add(file, fate) }
        for (file, fate) in fates.all { delivery.note(fate, of: file) }
        try reception.conclude(&delivery)
        log.log(level: delivery.isBroken ? .warning : .notice, "\(delivery.verdict(reception))")
        for note in delivery.notes { log.notice("\(delivery.label): \(note)") }
    }

    /// Says and notes what cannot be read now.
    private func passOver(_ attachment: Attachment) throws(StoreProblem) {
        var sentence = attachment.how.sentence ?? "nothing can be read from it"
        if case .starting = attachment.how { sentence += "; run this again in half a minute" }
        tell(attachment, sentence)
        let isUnreadable = if case .unreadable = attachment.how { true } else { false }
        try reception.note(attachment, isUnreadable ? .unsupported : .waiting, message: sentence)
    }

    private func tell(_ attachment: Attachment, _ sentence: String) {
        log.notice("\(attachment.identity.name) (\(attachment.identity.key)): \(sentence)")
    }
}
