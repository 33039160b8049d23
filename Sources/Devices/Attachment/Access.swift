package import LinuxSystem

/// A way to a tracker's data, or why there is none now.
package enum Access: Hashable, Sendable {
    /// A FAT volume, to be read straight from its node.
    case fat(node: FilePath)
    /// A file system that somebody else mounted.
    case mounted(MountedVolume)
    /// The files of a device that speaks MTP, by its place on USB as libusb numbers it.
    case mtp(bus: UInt8, device: UInt8)
    /// The memory of an Omron HJ-720IT, by its place on USB. Ask it for its model first: some blood
    /// pressure monitors look the same.
    case omron(bus: UInt8, device: UInt8)
    /// Nobody has mounted it yet: one sentence for people.
    case waiting(String)
    /// It is on its way to another mode; nothing failed.
    case starting
    /// It is known and cannot be read: one sentence why, and what to do instead.
    case unreadable(String)

    /// Whether it can be tried now.
    package var isReadable: Bool {
        switch self {
        case .fat, .mounted, .mtp, .omron: true
        case .waiting, .starting, .unreadable: false
        }
    }

    /// The word in JSON (COMMANDS.md §5); nothing for what is not read at all.
    package var word: String? {
        switch self {
        case .fat, .mounted, .waiting: "files"
        case .mtp: "mtp"
        case .omron: "omron"
        case .starting, .unreadable: nil
        }
    }

    /// What a person should know when it is not read now.
    package var sentence: String? {
        switch self {
        case .waiting(let sentence), .unreadable(let sentence): sentence
        case .starting: "the tracker is still starting"
        case .fat, .mounted, .mtp, .omron: nil
        }
    }
}
