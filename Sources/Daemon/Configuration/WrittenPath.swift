import LinuxSystem

/// A path as a person writes it: `~` is the home folder, others begin at a base.
struct WrittenPath {
    /// The absolute path.
    let path: FilePath

    /// Why a path cannot be used; the rest of a sentence for a person.
    struct Complaint: Error, Hashable {
        let message: String
    }

    /// Reads a path.
    ///
    /// - Parameters:
    ///   - text: what the person wrote.
    ///   - base: the absolute folder in which relative paths begin.
    ///   - home: the home folder.
    /// - Throws: why it is none.
    init(_ text: String, base: FilePath, home: FilePath) throws(Complaint) {
        guard !text.isEmpty else { throw Complaint(message: "is empty; write a path") }
        guard !text.utf8.contains(0) else {
            throw Complaint(message: "holds a zero byte, which no path can; remove it")
        }
        if text.hasPrefix("~") {
            let rest = text.dropFirst()
            guard rest.isEmpty || rest.hasPrefix("/") else {
                throw Complaint(message: "names another person's home; write the whole path")
            }
            path = home.appending(String(rest))
        } else {
            path = text.hasPrefix("/") ? FilePath(text) : base.appending(text)
        }
    }
}

/// Why a folder cannot be watched because of what lies in the state folder, or nothing when it can.
///
/// The daemon writes to its state folder; watching it, the daemon would wake itself for ever.
/// A folder inside the state folder is fine, and so is one that reaches it only through a hidden
/// folder, since those are passed over (DESIGN.md §3).
func complaintAboutWatching(_ folder: FilePath, isRecursive: Bool, state: FilePath) -> String? {
    if folder == state { return "is the state folder, which nobody may watch; choose another" }
    guard isRecursive, state.isInside(folder), !isHidden(state, from: folder) else { return nil }
    return "holds the state folder \(quoted(state.shown)), which nobody may watch; "
        + "choose a folder inside it, or set recursive = false"
}

/// Whether a name on the way from a folder to a path inside it begins with a dot.
private func isHidden(_ path: FilePath, from folder: FilePath) -> Bool {
    var step = path
    while step != folder, step.isInside(folder) {
        if step.nameBytes.first == UInt8(ascii: ".") { return true }
        step = step.parent
    }
    return false
}
