import Formats
import Model

/// What came of the files in one archive: a plain value that grows while they are taken.
struct ArchiveTally {
    /// Files in it, and in the archives in it, without folders.
    var files = 0
    /// Exports that were taken, whole or in part, now or before.
    private(set) var exports = 0
    /// Exports of which something was not understood, and files that are damaged.
    private(set) var wrong = 0
    /// Exports that were refused whole, and files that are damaged.
    private var refused = 0
    /// Files that are locked with a password.
    var locked = 0
    /// Files packed in a way that is not read, by the name of that way.
    var unread: [String: Int] = [:]
    /// Why recordings are no exports, by the sentence that says it.
    private var recordings: [String: Int] = [:]
    /// Why the last file was no export.
    private var lastReason: String?
    /// What ended the walk through it.
    var fault: ArchiveFault?
    /// Readings of all exports.
    private(set) var readings: Int64 = 0
    private(set) var from: Instant?
    private(set) var to: Instant?
    /// Whether any day must be derived anew.
    private(set) var changedDays = false

    /// How many different reasons are told.
    private static let reasonLimit = 5
    /// Names that promise a recording of a walk; it matters why one is not read.
    private static let recordingExtensions = [".gpx", ".tcx", ".fit"]

    /// Counts an export, or a file that is damaged.
    mutating func count(_ record: IntakeRecord) {
        let file = record.file
        changedDays = changedDays || record.changedDays
        if record.isWrong { wrong += 1 }
        guard file.outcome != .refused else {
            refused += 1
            return
        }
        exports += 1
        readings += file.readings
        if let first = file.from { from = min(from ?? first, first) }
        if let last = file.to { to = max(to ?? last, last) }
    }

    /// Counts a file that is no export.
    mutating func passOver(_ name: String, because sentence: String) {
        lastReason = sentence
        let lower = name.lowercased()
        guard Self.recordingExtensions.contains(where: { lower.hasSuffix($0) }) else { return }
        guard recordings[sentence] != nil || recordings.count < Self.reasonLimit else { return }
        recordings[sentence, default: 0] += 1
    }

    /// What becomes of the archive itself.
    var outcome: FileOutcome {
        let isHeldUp = fault != nil || locked > 0 || !unread.isEmpty || wrong > 0
        if exports == 0 { return .refused }
        return isHeldUp ? .partly : .taken
    }

    /// What there is to say of it, one sentence each.
    var problems: ProblemList {
        var list = ProblemList()
        if let fault { list.append(fault.problem) }
        for sentence in sentences { list.append(Problem(at: .wholeFile, sentence)) }
        return list
    }

    private var sentences: [String] {
        var sentences: [String] = []
        if locked > 0 { sentences.append(lockedSentence) }
        for (method, count) in unread.sorted(by: { $0.key < $1.key }) {
            sentences.append(
                "\(Self.counted(count, "file")) in it: packed with \(method), which is not read;"
                    + " unpack the archive and drop the exports"
            )
        }
        if wrong > 0 {
            sentences.append(
                "\(Self.counted(wrong, "file")) in it could not be taken whole; each is listed with"
                    + " its reasons"
            )
        }
        for (reason, count) in recordings.sorted(by: { $0.key < $1.key })
        where files > 1 {
            sentences.append("\(Self.counted(count, "recording")) in it: \(reason)")
        }
        if fault == nil, locked < files || files == 0 { sentences += restSentence }
        return sentences
    }

    private var lockedSentence: String {
        let what = locked == files ? "the archive" : "\(Self.counted(locked, "file")) in it"
        return "locked with a password: \(what); unpack the archive with its password and drop what"
            + " is inside"
    }

    private var restSentence: [String] {
        if files == 0 { return ["there is no file in the archive"] }
        let others = files - exports - refused - locked - unread.values.reduce(0, +)
        if exports == 0, refused == 0, others == files {
            if files == 1, let lastReason, !lastReason.isEmpty { return [lastReason] }
            return ["there is no export of steps or walks in it (\(Self.counted(files, "file")))"]
        }
        guard others > 0 else { return [] }
        let verb = others == 1 ? "is no export" : "are no exports"
        return ["\(others) of \(Self.counted(files, "file")) in it \(verb) of steps or walks"]
    }

    private static func counted(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
}
