import Devices
import Ingest
import LinuxSystem
import Model
import Store

/// Turns what a device holds into files for the pipeline, and writes into the store what is known of
/// devices; of its own it keeps only how each volume stands.
///
/// Every call may block on the store.
struct DeviceReception: Sendable {
    let household: Household
    let store: WalkStore
    private let standings = DeviceStandings()

    init(household: Household, store: WalkStore) {
        self.household = household
        self.store = store
    }

    /// Forgets how an attachment stood that went; the ledger keeps it.
    func forget(_ id: AttachmentID) {
        standings.forget(id)
    }

    /// Notes how a device stands.
    func note(
        _ attachment: Attachment,
        serial: String? = nil,
        _ state: DeviceState,
        message: String? = nil,
        isSynced: Bool = false
    ) throws(StoreProblem) {
        let now = household.now
        let identity = attachment.identity
        let serial = serial ?? identity.key
        let standing = standings.note(
            DeviceStandings.Standing(state: state, message: message),
            of: attachment.id,
            serial: serial
        )
        try store.noteDevice(
            SeenDevice(
                serial: serial,
                vendor: identity.vendor,
                product: identity.product ?? identity.volume?.label,
                how: attachment.how.word,
                firstSeen: now,
                lastSeen: now,
                lastSync: isSynced ? now : nil,
                state: standing.state,
                message: standing.message
            )
        )
    }

    /// The files of a device that need not be read again; all are when the store cannot say.
    func knownFiles(of attachment: Attachment) -> Set<DeviceFileKey> {
        let serial = attachment.identity.key
        let known = try? store.knownDeviceFiles(
            serial: serial,
            person: owner(ofSerial: serial),
            reader: Version.text
        )
        return known ?? []
    }

    /// Makes a delivery of what a device holds.
    func delivery(
        of attachment: Attachment,
        _ holding: DeviceHolding
    ) throws(StoreProblem) -> DeviceDelivery {
        switch holding {
        case .files(let session, let found): try delivery(of: attachment, session, found)
        case .memory(let memory): try delivery(of: attachment, memory)
        }
    }

    /// Remembers the files of a delivery that were judged since the last call.
    func remember(_ delivery: inout DeviceDelivery) throws(StoreProblem) {
        try store.noteDeviceFiles(
            delivery.settled,
            person: delivery.person,
            reader: Version.text
        )
        delivery.settled = []
    }

    /// Remembers a delivery that has ended: its files, its days, and how the device stands.
    func conclude(_ delivery: inout DeviceDelivery) throws(StoreProblem) {
        try remember(&delivery)
        let isWhole = !delivery.isBroken
        if isWhole, let days = delivery.days {
            try store.noteDeviceDays(days, serial: delivery.serial)
        }
        let notes = [delivery.shortfall.sentence].compactMap(\.self) + delivery.notes
        try note(
            delivery.attachment,
            serial: delivery.serial,
            notes.isEmpty ? .read : .partly,
            message: notes.isEmpty ? nil : notes.joined(separator: "; "),
            isSynced: isWhole
        )
    }

    /// Notes that the daemon ended in the middle of a delivery, and what was read until then.
    func interrupt(_ delivery: inout DeviceDelivery) throws(StoreProblem) {
        try remember(&delivery)
        try note(
            delivery.attachment,
            serial: delivery.serial,
            .waiting,
            message: "the daemon stopped while it was read; it goes on when the daemon starts"
        )
    }

    private func delivery(
        of attachment: Attachment,
        _ session: DeviceSession,
        _ found: SearchResult
    ) throws(StoreProblem) -> DeviceDelivery {
        let identity = attachment.identity
        var delivery = DeviceDelivery(
            attachment: attachment,
            name: DeviceName(
                vendor: identity.vendor,
                product: identity.product ?? identity.volume?.label,
                serial: identity.key
            ),
            serial: identity.key,
            person: owner(ofSerial: identity.key)
        )
        delivery.notes = found.notes
        try note(attachment, .reading)
        let home = household.zones
        for file in found.files {
            let entry = file.entry
            let (key, failures) = (file.key, delivery.failures)
            delivery.add(key: key) {
                SessionContent(session, entry, home: home) { failures.note($0, of: key) }
            }
        }
        return delivery
    }

    private func delivery(
        of attachment: Attachment,
        _ memory: PedometerMemory
    ) throws(StoreProblem) -> DeviceDelivery {
        var delivery = DeviceDelivery(
            attachment: attachment,
            name: DeviceName(
                vendor: attachment.identity.vendor,
                product: memory.model,
                serial: memory.serial
            ),
            serial: memory.serial,
            // Until it was read once, `amble devices` shows it by what stands for a serial.
            person: owner(ofSerial: memory.serial, or: attachment.identity.key)
        )
        let now = household.now
        let wall = household.zones.wallTime(at: now)
        let calendar = PedometerCalendar(
            sequences: memory.days.map(\.sequence),
            today: wall.day,
            remembered: try store.deviceDays(serial: memory.serial)
        )
        delivery.notes = calendar.sentences
        delivery.days = calendar.remembered
        let bytes = PedometerDocument.bytes(
            of: memory,
            dates: calendar.dates,
            hour: Int(wall.millisecondOfDay) / 3_600_000
        )
        let key = DeviceFileKey(
            serial: memory.serial,
            volume: "",
            path: "memory.csv",
            size: Int64(bytes.count),
            // Today's steps are in it, so that it is another one each time.
            time: ""
        )
        delivery.add(key: key) {
            MemoryContent(bytes, modified: now)
        }
        try note(attachment, serial: memory.serial, .reading)
        return delivery
    }

    /// Whose device it is, by `[[device]]`.
    private func owner(ofSerial serial: String, or other: String? = nil) -> String {
        let devices = household.configuration.devices
        let device =
            devices.first { $0.serial == serial } ?? devices.first { $0.serial == other }
        return device?.person ?? "me"
    }
}
