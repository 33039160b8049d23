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
    private var newFiles = 0
    private var refusedFiles = 0
    private var changed: ClosedRange<Instant>?
    /// What was not read.
    private(set) var shortfall = DeviceShortfall()
    /// Where the contents of files say why they cannot be read.
    let failures = ReadFailures()

    /// Whether the device went away, or a file could not be read now.
    var isBroken: Bool { shortfall.isThere }

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

    /// How far it is, for people: `12 of 30 files`, of many in steps of a hundredth.
    ///
    /// So that two thousand files do not mean two thousand lines of status.
    var progress: String {
        let step = max(1, total / 100)
        return "\(isDone ? done : done - done % step) of \(Self.counted(total, "file"))"
    }

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
            fallShort(key, result)
            return
        }
        settled.append(ReadDeviceFile(key: key, sha256: record.file.sha256))
        // One that is only seen again is no news.
        if record.isNew { count(record.file.outcome) }
        guard let span = Self.changedSpan(of: record) else { return }
        let before = changed ?? span
        changed =
            min(before.lowerBound, span.lowerBound)...max(before.upperBound, span.upperBound)
    }

    private mutating func count(_ outcome: FileOutcome) {
        switch outcome {
        case .taken, .partly: newFiles += 1
        case .refused: refusedFiles += 1
        case .known, .waiting: break
        }
    }

    private mutating func fallShort(_ key: DeviceFileKey, _ result: IntakeResult) {
        switch result {
        case .gone: shortfall.noteGone()
        case .unfinished: shortfall.noteChanging()
        case .recorded:
            if let error = failures.failure(of: key) {
                shortfall.note(error, at: key.path)
            } else {
                shortfall.noteStore()
            }
        }
    }

    /// The part of a file's own time that lies in the days of which it said something new.
    private static func changedSpan(of record: IntakeRecord) -> ClosedRange<Instant>? {
        guard record.changedDays, let from = record.file.from, let to = record.file.to, from <= to
        else { return nil }
        guard let marked = record.marked else { return from...to }
        let start = Instant(seconds: Int64(marked.lowerBound.daysSinceEpoch) * 86_400)
        let end = Instant(seconds: (Int64(marked.upperBound.daysSinceEpoch) + 1) * 86_400)
        guard start <= to, end >= from else { return from...to }
        return max(from, start)...min(to, end)
    }

    /// Drops what was not given to the pipeline yet: the device is gone.
    mutating func dropWaiting() {
        if !waiting.isEmpty { shortfall.noteGone() }
        total -= waiting.count
        waiting = []
    }

    /// Takes in that the database could not take its end.
    mutating func noteStoreFailing() { shortfall.noteStore() }

    /// What the journal says at its end.
    func verdict(_ reception: DeviceReception) -> String {
        let changes = changes(home: reception.household.zones)
        if let sentence = shortfall.sentence {
            return "\(label): not read to its end: \(changes); \(sentence)"
        }
        return "\(label): synced, safe to unplug: \(changes)"
    }

    /// What came of it, for people: `3 new files, days 2026-11-20 to 2026-11-24 changed`.
    func changes(home: HomeZones) -> String {
        // A pedometer's memory is no file to a person.
        var parts = days == nil ? [Self.counted(newFiles, "new file")] : []
        if refusedFiles > 0 { parts.append("\(refusedFiles) refused") }
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
