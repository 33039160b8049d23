import Formats
import LinuxSystem
import Logging
import Model

/// Tidies a folder whose owner asked for it (`after = "move"`).
///
/// What was taken goes to `taken/`, what was refused to `refused/` beside a `.why.txt`. Nothing is
/// ever overwritten or deleted.
struct AfterTaking {
    /// The names of the two folders inside the watched one; they are never watched themselves.
    static let taken = "taken"
    static let refused = "refused"

    let folder: HouseholdFolder
    let log: Logger

    /// Whether a path lies where tidied files go.
    static func isTidied(_ path: FilePath, in folder: HouseholdFolder) -> Bool {
        folder.after == .move
            && (path.isInside(folder.path.appending(taken))
                || path.isInside(folder.path.appending(refused)))
    }

    /// Moves a file that has been judged; one that waits stays where it is.
    ///
    /// A diary stays too: lines are added to it, and a new one in its place would unsay the old.
    func tidy(_ file: SeenFile) {
        let path = FilePath(bytes: file.path)
        guard folder.after == .move, file.outcome != .waiting, !Self.isTidied(path, in: folder),
            file.dialect != DiaryLayout.dialect
        else { return }
        let isRefused = file.outcome == .refused
        let target = folder.path.appending(isRefused ? Self.refused : Self.taken)
        do {
            try Folder.make(target, mode: 0o700)
            let free = Self.freeName(for: path.nameBytes, in: target)
            if isRefused { try write(reasonsOf: file, beside: free) }
            try move(path, to: free)
        } catch {
            log.warning(
                "A file could not be moved after it was taken; it stays where it is",
                metadata: ["ingest.file": "\(path.shown)", "system.error": "\(error)"]
            )
        }
    }

    /// Moves a file; reasons beside a name that stayed free are taken back.
    private func move(_ path: FilePath, to free: FilePath) throws {
        do {
            try File.renameExclusively(path, to: free)
        } catch {
            try? File.unlink(Self.reasons(beside: free))
            throw error
        }
    }

    private func write(reasonsOf file: SeenFile, beside path: FilePath) throws {
        var text = ""
        for problem in file.problems.first {
            let place = problem.place
            let where_ = place.line > 0 ? "line \(place.line), column \(place.column): " : ""
            text += "\(where_)\(problem.message)\n"
        }
        try AtomicFile.write(Array(text.utf8), to: Self.reasons(beside: path), mode: 0o600)
    }

    /// The name itself, or with a number when something bears it or its reasons' name already.
    private static func freeName(for name: [UInt8], in folder: FilePath) -> FilePath {
        let plain = folder.appending(name)
        var candidate = plain
        var number = 2
        while File.exists(candidate) || File.exists(reasons(beside: candidate)) {
            candidate = adding(".\(number)", to: plain)
            number += 1
        }
        return candidate
    }

    private static func reasons(beside path: FilePath) -> FilePath {
        adding(".why.txt", to: path)
    }

    private static func adding(_ suffix: String, to path: FilePath) -> FilePath {
        FilePath(bytes: path.bytes + Array(suffix.utf8))
    }
}
