import LinuxSystem

extension DeviceError: CustomStringConvertible {
    /// What is wrong, in one clause for people without a full stop.
    package var description: String {
        switch self {
        case .gone: "it was unplugged, or stopped answering, while it was read"
        case .busy(let holder?): "\(holder) holds it"
        case .busy(nil): "the desktop's file manager (gvfs or KDE) most likely holds it"
        case .notPermitted(let node): "this user may not open \(node.shown)"
        case .timedOut(let clause): clause
        case .damaged(let clause): clause
        case .unsupported(let sentence): sentence
        case .system(let error): error.description
        case .stopped: "the reading was stopped"
        }
    }

    /// What a person can do about it, in one clause; nothing where the error says it itself.
    package var advice: String? {
        switch self {
        case .gone: "plug it in again; what was read is kept"
        case .busy: "close it there, or eject it in the file manager; it is tried again by itself"
        case .notPermitted: "put 70-amble.rules into /etc/udev/rules.d and plug it in again"
        case .timedOut, .damaged: "unplug it, wake it up and plug it in again"
        case .unsupported, .stopped: nil
        case .system: "plug it in again"
        }
    }
}
