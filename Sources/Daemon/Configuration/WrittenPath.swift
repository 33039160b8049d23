/// A path as a person writes it, made absolute: `~` is the home folder, others begin at a base.
///
/// Empty parts, `.` and a slash at the end are dropped, so that one folder has one spelling; `..`
/// stays, since what it means depends on symbolic links.
struct WrittenPath: Hashable {
    /// The absolute path.
    let absolute: String

    /// Why a path cannot be used; a sentence for a person.
    struct Complaint: Error, Hashable {
        let message: String
    }

    /// Reads a path.
    ///
    /// - Parameters:
    ///   - text: what the person wrote.
    ///   - base: the absolute folder in which relative paths begin.
    ///   - home: the home folder.
    init(_ text: String, base: String, home: String?) throws(Complaint) {
        guard !text.isEmpty else { throw Complaint(message: "is empty; write a path") }
        guard !text.utf8.contains(0) else {
            throw Complaint(message: "holds a zero byte, which no path can; remove it")
        }
        absolute = WrittenPath.tidied(try WrittenPath.expanded(text, base: base, home: home))
    }

    /// Whether this folder is the other one or holds it, however deep.
    func contains(_ other: WrittenPath) -> Bool {
        let prefix = absolute == "/" ? "/" : absolute + "/"
        return other == self || other.absolute.utf8.starts(with: prefix.utf8)
    }

    /// The names of folders and file that lead from this folder to a path inside it.
    func steps(to inner: WrittenPath) -> [Substring] {
        guard contains(inner) else { return [] }
        return inner.absolute.dropFirst(absolute.count).split(separator: "/")
    }

    private static func expanded(
        _ text: String, base: String, home: String?
    ) throws(Complaint) -> String {
        if text.hasPrefix("/") { return text }
        guard text.hasPrefix("~") else { return base + "/" + text }
        let rest = text.dropFirst()
        guard rest.isEmpty || rest.hasPrefix("/") else {
            throw Complaint(message: "names another person's home; write the whole path")
        }
        guard let home, home.hasPrefix("/") else {
            throw Complaint(message: "begins with ~, but HOME is not set; write the whole path")
        }
        return home + rest
    }

    private static func tidied(_ path: String) -> String {
        "/" + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
}

/// Why a folder cannot be watched because of what lies in the state folder, or nothing when it can.
///
/// The daemon writes to its state folder; watching it, the daemon would wake itself for ever.
/// A folder inside the state folder is fine, and so is one that reaches it only through a hidden
/// folder, since those are passed over (DESIGN.md §3).
func complaintAboutWatching(_ folder: WrittenPath, isRecursive: Bool, state: String) -> String? {
    guard let state = try? WrittenPath(state, base: "/", home: nil) else { return nil }
    if folder == state { return "is the state folder, which nobody may watch; choose another" }
    let isHidden = folder.steps(to: state).contains { $0.hasPrefix(".") }
    guard isRecursive, folder.contains(state), !isHidden else { return nil }
    return "holds the state folder \(quoted(state.absolute)), which nobody may watch; "
        + "choose a folder inside it, or set recursive = false"
}
