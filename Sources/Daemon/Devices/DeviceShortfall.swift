import Devices
import Model

/// What keeps a device from being read to its end, and what comes of that: a plain value.
struct DeviceShortfall {
    private var isGone = false
    private var isStoreFailing = false
    private var changing = 0
    private var unreadable = 0
    private var firstUnreadable: (path: String, error: DeviceError)?

    /// Whether something was not read.
    var isThere: Bool { isGone || isStoreFailing || changing > 0 || unreadable > 0 }

    /// The device went away.
    mutating func noteGone() { isGone = true }

    /// The database could not take a file.
    mutating func noteStore() { isStoreFailing = true }

    /// A file was written while it was read.
    mutating func noteChanging() { changing += 1 }

    /// A file could not be read.
    mutating func note(_ error: DeviceError, at path: String) {
        unreadable += 1
        firstUnreadable = firstUnreadable ?? (path, error)
    }

    /// How the reading ended, which decides when it is tried again.
    var outcome: ReadingOutcome {
        if isGone { return .failed(.gone) }
        // These pass by themselves, so they are tried again for as long as the device is there.
        if isStoreFailing { return .failed(.timedOut("the database could not take all of it")) }
        if let error = firstUnreadable?.error { return .failed(error) }
        if changing > 0 { return .failed(.timedOut("files were written while they were read")) }
        return .read
    }

    /// What was not read and what is to be done, for people; nothing when all was.
    var sentence: String? {
        if isGone {
            return "it was unplugged, or stopped answering, while it was read; "
                + "the rest comes when it is plugged in again"
        }
        var clauses: [String] = []
        if isStoreFailing {
            clauses.append("the database could not take all of it; it is tried again by itself")
        }
        if let (path, error) = firstUnreadable {
            let more = unreadable > 1 ? " (and \(unreadable - 1) more)" : ""
            clauses.append(
                "\(path)\(more) could not be read: \(error.description); "
                    + "it is tried again when it is plugged in"
            )
        }
        if changing > 0 {
            let files = changing == 1 ? "1 file was" : "\(changing) files were"
            clauses.append("\(files) written meanwhile; it is tried again by itself")
        }
        return clauses.isEmpty ? nil : clauses.joined(separator: "; ")
    }
}
