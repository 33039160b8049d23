package import LinuxSystem

/// Why devices could not be noticed.
package enum DeviceEventsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The service may not use netlink sockets (USB.md §5, trap 2).
    case netlinkForbidden
    /// The service has a network of its own, in which udev is never heard (USB.md §5, trap 1).
    case privateNetwork
    /// The system refused something else.
    case system(SystemError)

    /// One sentence with what to do now.
    package var description: String {
        switch self {
        case .netlinkForbidden:
            "cannot notice trackers: the service may not use netlink; "
                + "add AF_NETLINK to RestrictAddressFamilies= of its unit"
        case .privateNetwork:
            "cannot notice trackers: the service has a network of its own, where udev is not heard; "
                + "remove PrivateNetwork= from its unit (IPAddressDeny=any keeps the network away)"
        case .system(let error):
            "cannot notice trackers: \(error); trackers are read after the service is started again"
        }
    }
}
