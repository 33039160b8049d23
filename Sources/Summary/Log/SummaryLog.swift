import Dispatch
package import LinuxSystem
package import Model

/// The daily log: `summary.log` for people and `summary.jsonl` for programs, in the state folder.
///
/// Both only grow. A batch of lines is one write and one sync a file; what a crash left unfinished
/// is removed, and what it left out is appended, when its lines are told again. Rotation needs no
/// warning: a file that was renamed away is left, and one of the old name is begun.
package final class SummaryLog: @unchecked Sendable {
    // @unchecked: both files are touched on `queue` only.
    private let queue = DispatchQueue(label: "amble.summary.log")
    private let texts: AppendedFile
    private let objects: AppendedFile
    private let home: HomeZones

    /// The name of the log for people.
    package static let textName = "summary.log"
    /// The name of the log for programs.
    package static let objectName = "summary.jsonl"

    /// Makes the log of everybody who shares a state folder; nothing is opened yet.
    ///
    /// - Parameters:
    ///   - folder: the state folder, which is there.
    ///   - home: the zones whose offsets times bear.
    package init(folder: FilePath, home: HomeZones) {
        texts = AppendedFile(folder.appending(Self.textName))
        objects = AppendedFile(folder.appending(Self.objectName))
        self.home = home
    }

    /// Appends lines and waits until they are on the disk.
    ///
    /// A line that may be written already is appended only where it is missing: a crash may have
    /// come between the two files.
    ///
    /// - Parameters:
    ///   - lines: the lines, in the order in which they shall stand.
    ///   - written: the moment that programs are told.
    /// - Throws: when a file cannot be opened or written, for example on a full disk; telling the
    ///   same lines again, as ones that may be written, completes them.
    package func append(_ lines: [LineToTell], written: Instant) throws(SystemError) {
        try onQueue { () throws(SystemError) in
            try appendTexts(lines)
            try appendObjects(lines, written)
        }
    }

    /// Those of some tellings whose line stands in the log for people.
    ///
    /// - Throws: when the log is there and cannot be read.
    package func holding(_ told: [ToldDay]) throws(SystemError) -> Set<ToldDay> {
        guard !told.isEmpty else { return [] }
        return try onQueue { () throws(SystemError) in
            let lines = Set(try texts.lastLines())
            return Set(told.filter { lines.contains($0.line) })
        }
    }

    /// The last lines of the log for people, whole ones, the one rotated last included.
    func tail() throws(SystemError) -> [String] {
        try onQueue { () throws(SystemError) in try texts.lastLines() }
    }

    /// Opens both files anew with the next line (SIGHUP).
    package func reopen() {
        dispatchPrecondition(condition: .notOnQueue(queue))
        queue.sync {
            texts.close()
            objects.close()
        }
    }

    private func appendTexts(_ lines: [LineToTell]) throws(SystemError) {
        dispatchPrecondition(condition: .onQueue(queue))
        let known = Set(lines.contains(where: \.mayBeWritten) ? try texts.lastLines() : [])
        let missing = lines.filter { !($0.mayBeWritten && known.contains($0.line)) }
        try texts.append(missing.map(\.line), removingTorn: TornLine.isText)
    }

    private func appendObjects(_ lines: [LineToTell], _ written: Instant) throws(SystemError) {
        dispatchPrecondition(condition: .onQueue(queue))
        let isRetold = lines.contains(where: \.mayBeWritten)
        let known = Set(isRetold ? try objects.lastLines().compactMap { LogKey($0) } : [])
        let missing = lines.filter { !($0.mayBeWritten && known.contains($0.key)) }
        try objects.append(
            missing.map { object($0, written) },
            removingTorn: TornLine.isObject
        )
    }

    private func object(_ line: LineToTell, _ written: Instant) -> String {
        DayJSON.line(
            line.scored,
            person: line.person,
            home: home,
            telling: DayJSON.Telling(revision: line.revision, written: written)
        )
    }

    private func onQueue<Value>(
        _ work: () throws(SystemError) -> Value
    ) throws(SystemError) -> Value {
        dispatchPrecondition(condition: .notOnQueue(queue))
        let outcome = queue.sync { Result(catching: work) }
        return try outcome.get()
    }
}
