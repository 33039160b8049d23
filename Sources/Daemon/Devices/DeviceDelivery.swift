import Devices
import Ingest
import LinuxSystem
import Model
import Store

/// The files of one device on their way through the pipeline, and what came of them: a plain value.
struct DeviceDelivery {
    /// The device.
    let attachment: Attachment
    /// What the ledger knows the device by; never empty.
    let serial: String
    /// What it calls itself.
    let name: DeviceName
    /// What people know it by, `Garmin eTrex 30 (0000E5F1A2B3)`; it names the source as well.
    let label: String
    /// Whose walks it holds.
    let person: String
    /// What was left out or odd, one clause each.
    var notes: [String] = []
    /// What a pedometer's numbers of days mean; nothing for files.
    var days: [UInt8: CivilDay]?

    /// How many files there were to take.
    private(set) var total = 0
    /// Files that were judged, for the ledger; emptied by whoever writes them there.
    var settled: [ReadDeviceFile] = []
    private var waiting: [Item] = []
    private var inWork: [ContentOpener: DeviceFileKey] = [:]
    private var outcomes: [FileOutcome: Int] = [:]
    private var changed: ClosedRange<Instant>?
    /// Whether the device went away, or a file could not be read now.
    private(set) var isBroken = false

    private struct Item {
        let file: IncomingFile
        let key: DeviceFileKey
    }

    init(attachment: Attachment, name: DeviceName, serial: String, person: String) {
        self.attachment = attachment
        self.name = name
        self.serial = serial
        self.person = person
        label = "\(name.shown) (\(serial))"
    }

    /// Adds a file that is to be taken.
    mutating func add(
        key: DeviceFileKey,
        _ open: @escaping @Sendable () throws -> any FileContent
    ) {
        let file = IncomingFile(
            path: FilePath(name.place(of: key)),
            opener: ContentOpener(open),
            person: person,
            sourceLabel: label,
            size: key.size,
            unchangedMilliseconds: FileIntake.patienceMilliseconds,
            isFinal: true
        )
        waiting.append(Item(file: file, key: key))
        total += 1
    }

    /// How many files have ended.
    var done: Int { total - waiting.count - inWork.count }

    /// Whether every file has ended.
    var isDone: Bool { waiting.isEmpty && inWork.isEmpty }

    /// Takes files out to be given to the pipeline, so that at most so many are in work.
    mutating func next(atMost width: Int) -> [IncomingFile] {
        let count = min(max(0, width - inWork.count), waiting.count)
        let items = waiting.prefix(count)
        waiting.removeFirst(count)
        for item in items {
            if let opener = item.file.opener { inWork[opener] = item.key }
        }
        return items.map(\.file)
    }

    /// Whether a file of the pipeline is one of this delivery.
    func holds(_ file: IncomingFile) -> Bool {
        file.opener.map { inWork[$0] != nil } ?? false
    }

    /// Takes in what became of a file.
    mutating func note(_ result: IntakeResult, of file: IncomingFile) {
        guard let opener = file.opener, let key = inWork.removeValue(forKey: opener) else { return }
        guard case .recorded(let record) = result, result.isSettled else {
            isBroken = true
            return
        }
        outcomes[record.file.outcome, default: 0] += 1
        settled.append(ReadDeviceFile(key: key, sha256: record.file.sha256))
        guard record.changedDays, let from = record.file.from, let to = record.file.to else {
            return
        }
        changed = min(from, changed?.lowerBound ?? from)...max(to, changed?.upperBound ?? to)
    }

    /// Drops what was not given to the pipeline yet: the device is gone.
    mutating func dropWaiting() {
        isBroken = isBroken || !waiting.isEmpty
        total -= waiting.count
        waiting = []
    }

    /// What the journal says at its end.
    func verdict(_ reception: DeviceReception) -> String {
        let changes = changes(home: reception.household.zones)
        return isBroken
            ? "\(label): not read to its end: \(changes); the rest comes when it is plugged in again"
            : "\(label): synced, safe to unplug: \(changes)"
    }

    /// What came of it, for people: `3 new files, days 2026-11-20 to 2026-11-24 changed`.
    func changes(home: HomeZones) -> String {
        let new = (outcomes[.taken] ?? 0) + (outcomes[.partly] ?? 0)
        var parts = [Self.counted(new, "new file")]
        if let refused = outcomes[.refused] { parts.append("\(refused) refused") }
        if days != nil { parts = [] }
        if let changed {
            let first = home.day(at: changed.lowerBound)
            // An end at midnight belongs to the day before.
            let last = max(first, home.day(at: changed.upperBound.advanced(by: -1)))
            parts.append(
                first == last ? "day \(first) changed" : "days \(first) to \(last) changed"
            )
        } else {
            parts.append("no day changed")
        }
        return parts.joined(separator: ", ")
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }
}
