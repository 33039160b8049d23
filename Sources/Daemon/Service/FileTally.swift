import Ingest
import LinuxSystem
import Model

/// What the daemon did with files since it began, for the line that a person reads in its status.
struct FileTally {
    private var taken = 0
    private var refused = 0
    private var waiting: Set<[UInt8]> = []

    /// Counts a file that has ended.
    mutating func count(_ record: IntakeRecord) {
        let file = record.file
        if file.outcome == .waiting {
            waiting.insert(file.path)
            return
        }
        waiting.remove(file.path)
        guard record.isNew else { return }
        if file.outcome == .refused { refused += 1 } else { taken += 1 }
    }

    /// A file that waited is not there any more.
    mutating func forget(_ path: FilePath) {
        waiting.remove(path.bytes)
    }

    /// `Watching 2 folders · 12 files taken, 1 refused, 1 waiting`.
    func sentence(folders: Int) -> String {
        var parts = ["\(taken) \(taken == 1 ? "file" : "files") taken"]
        if refused > 0 { parts.append("\(refused) refused") }
        if !waiting.isEmpty { parts.append("\(waiting.count) waiting") }
        return "Watching \(folders) \(folders == 1 ? "folder" : "folders") · "
            + parts.joined(separator: ", ")
    }
}
