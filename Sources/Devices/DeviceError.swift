package import LinuxSystem

/// Why something could not be read from a device.
///
/// None of these ever means that what was read before is gone from the records: an error, like an
/// empty device, deletes nothing.
package enum DeviceError: Error, Hashable, Sendable {
    /// It was unplugged, or stopped answering for good: a clean end, tried again when it is back.
    case gone
    /// Another program holds it: who, as far as it is known, for people.
    case busy(holder: String?)
    /// This user may not open it.
    case notPermitted(FilePath)
    /// It did not answer within its time.
    case timedOut(String)
    /// What it sent or holds breaks the rules of its format: one clause for people, with the place.
    case damaged(String)
    /// It is whole but of a kind that is not read: one clause for people, without a capital or a
    /// full stop of its own, with what to do instead.
    case unsupported(String)
    /// The system refused something else.
    case system(SystemError)
    /// The reading was asked to stop.
    case stopped

    /// The error of a system call on a device's node; what a pulled plug looks like becomes `gone`.
    package init(_ error: SystemError, node: FilePath) {
        if error.isDeviceFailure {
            self = .gone
        } else if error.isPermission {
            self = .notPermitted(node)
        } else if error.isMissing {
            self = .gone
        } else {
            self = .system(error)
        }
    }
}
