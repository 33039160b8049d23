/// How far the reading of a device has come; the raw value is stored and shown to programs
/// (COMMANDS.md §5 "Device").
package enum DeviceState: String, Sendable, CaseIterable {
    /// It was seen and is not read yet: it may still be starting, or waits for its turn.
    case waiting
    /// It is being read.
    case reading
    /// All that was new in it was taken.
    case read
    /// Part of it could not be read; the message says which.
    case partly
    /// Another program holds it; it is tried again.
    case busy
    /// The system does not let the daemon open it.
    case forbidden
    /// It is known for what it is, and nothing can be read from it.
    case unsupported
    /// Reading it failed; it is tried again when it is plugged in next.
    case failed

    /// Whether a person may have to do something about it.
    package var isTrouble: Bool {
        switch self {
        case .waiting, .reading, .read: false
        case .partly, .busy, .forbidden, .unsupported, .failed: true
        }
    }
}
