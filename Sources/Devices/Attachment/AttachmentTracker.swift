/// Decides which trackers are attached, and when each is to be read, from news of udev and of mounts.
///
/// It is a plain value: no clock, no file, no library. Time is any count of milliseconds that only
/// goes on. Saying the same thing twice changes nothing, so that listings may overlap with events.
package struct AttachmentTracker: Sendable {
    /// How long a tracker may take from its first shape on USB to its final one: Garmin's watches
    /// need some ten seconds (USB.md §1.2).
    package static let startingMilliseconds: Int64 = 30_000

    private let table: DeviceTable
    private var mounts = MountTable()
    /// All devices on USB that are there, since a removal tells nothing but the path.
    private var devices: [String: UdevDevice] = [:]
    private var stays: [AttachmentID: Stay] = [:]

    private struct Stay: Sendable {
        var attachment: Attachment
        var progress = ReadingProgress()
        var startingSince: Int64?
    }

    /// Makes a tracker that knows of nothing attached.
    package init(table: DeviceTable = .known) {
        self.table = table
    }

    /// All that is attached, ordered by place.
    package var attachments: [Attachment] {
        stays.values.map(\.attachment).sorted { $0.id < $1.id }
    }

    /// When to call `look`; nothing when only news can change anything.
    package var nextLook: Int64? {
        stays.values.compactMap { stay in
            let over = stay.startingSince.map { $0 &+ AttachmentTracker.startingMilliseconds }
            return [over, stay.progress.due].compactMap(\.self).min()
        }.min()
    }

    /// Takes in news of udev.
    package mutating func take(_ report: DeviceReport, at now: Int64) -> [AttachmentDecision] {
        switch report {
        case .everything(let all):
            let known = devices
            devices = [:]
            for device in all where device.isOnUSB { keep(device, before: known[device.syspath]) }
            return judge(at: now)
        case .event(let event):
            take(event)
            let decisions = judge(at: now)
            return decisions + permissionsMayDiffer(event.syspath, besides: decisions)
        }
    }

    /// Takes in what is mounted now.
    package mutating func take(_ mounts: MountTable, at now: Int64) -> [AttachmentDecision] {
        self.mounts = mounts
        return judge(at: now)
    }

    /// Takes in how the reading of an attachment goes; one that is not there any more is ignored.
    package mutating func take(
        _ outcome: ReadingOutcome,
        of id: AttachmentID,
        at now: Int64
    ) -> [AttachmentDecision] {
        guard var stay = stays[id] else { return [] }
        let isAgain = stay.progress.take(outcome, at: now)
        if isAgain { stay.progress.tryAgain() }
        stays[id] = stay
        return isAgain && stay.attachment.isReadable ? [.tryAgain(stay.attachment)] : []
    }

    /// Takes in that time went on.
    package mutating func look(at now: Int64) -> [AttachmentDecision] {
        var decisions = judge(at: now)
        for id in stays.keys.sorted() {
            guard var stay = stays[id], let due = stay.progress.due, due <= now else { continue }
            stay.progress.tryAgain()
            stays[id] = stay
            if stay.attachment.isReadable { decisions.append(.tryAgain(stay.attachment)) }
        }
        return decisions
    }

    private mutating func take(_ event: UdevDevice) {
        switch event.action {
        case .remove:
            forget(event.syspath)
        case .unbind, .offline:
            // Only a driver let go, as it does when libusb takes an interface.
            break
        case .move:
            if let old = event.properties["DEVPATH_OLD"] { forget("/sys" + old) }
            keep(event, before: nil)
        case .add, .change, .bind, .online, .present:
            keep(event, before: devices[event.syspath])
        }
    }

    private mutating func keep(_ device: UdevDevice, before: UdevDevice?) {
        // The system's own disks are none of Amble's business; nor is what is no device of its own,
        // such as hidraw, which comes and goes with every reading (USB.md §5, trap 5).
        guard device.isOnUSB, device.isUSBDevice || device.isBlockDevice else { return }
        guard let before, device.interfaces.isEmpty, !before.interfaces.isEmpty,
            AttachmentJudge.occurrence(of: before) == AttachmentJudge.occurrence(of: device)
        else {
            devices[device.syspath] = device
            return
        }
        // While a device is configured anew, its interfaces are away for a moment.
        devices[device.syspath] = device.with(interfaces: before.interfaces)
    }

    /// Forgets a device and all that hangs on it.
    private mutating func forget(_ syspath: String) {
        devices = devices.filter { $0.key != syspath && !$0.key.hasPrefix(syspath + "/") }
    }

    /// Compares what is there with what was told.
    private mutating func judge(at now: Int64) -> [AttachmentDecision] {
        let judge = AttachmentJudge(table: table, mounts: mounts)
        let partitioned = Set(
            devices.values.lazy.filter { $0.devtype == "partition" }.map(\.diskPath)
        )
        var found: [AttachmentID: AttachmentJudge.Verdict] = [:]
        for device in devices.values {
            let hasPartitions = partitioned.contains(device.syspath)
            guard let verdict = judge.verdict(on: device, hasPartitions: hasPartitions) else {
                continue
            }
            found[verdict.attachment.id] = verdict
        }
        let gone = stays.keys.filter { found[$0] == nil }.sorted()
        for id in gone { stays[id] = nil }
        let told = found.keys.sorted().compactMap { id in
            found[id].flatMap { update(id, $0, at: now) }
        }
        return gone.map(AttachmentDecision.vanished) + told
    }

    private mutating func update(
        _ id: AttachmentID,
        _ verdict: AttachmentJudge.Verdict,
        at now: Int64
    ) -> AttachmentDecision? {
        let before = stays[id]
        var since: Int64?
        var attachment = verdict.attachment
        if let orElse = verdict.orElse {
            // Once it is given up it stays so, until it shows another shape.
            let isGivenUp = before.map { $0.attachment.how == orElse } ?? false
            let start = before?.startingSince ?? now
            if isGivenUp || now &- start >= AttachmentTracker.startingMilliseconds {
                attachment = attachment.with(how: orElse)
            } else {
                since = start
            }
        }
        guard var stay = before else {
            stays[id] = Stay(attachment: attachment, startingSince: since)
            return .appeared(attachment)
        }
        let isNew = stay.attachment.alternatives != attachment.alternatives
        stay.attachment = attachment
        stay.startingSince = since
        if isNew { stay.progress.news() }
        let isTold = isNew && stay.progress.wantsNews
        if isTold { stay.progress.tryAgain() }
        stays[id] = stay
        return isTold ? .changed(attachment) : nil
    }

    /// Tries again what was forbidden when udev speaks of it: its rules may have been put right.
    private mutating func permissionsMayDiffer(
        _ syspath: String,
        besides decisions: [AttachmentDecision]
    ) -> [AttachmentDecision] {
        guard decisions.isEmpty else { return [] }
        return stays.keys.filter { $0.syspath == syspath }.sorted().compactMap { id in
            guard stays[id]?.progress.deviceSpoke() == true, let stay = stays[id],
                stay.attachment.isReadable
            else { return nil }
            return .tryAgain(stay.attachment)
        }
    }
}
