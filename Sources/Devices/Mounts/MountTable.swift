package import LinuxSystem

/// The number of a block device or file system: major and minor.
package struct DeviceNumber: Hashable, Sendable, CustomStringConvertible {
    /// Which driver.
    package let major: UInt32
    /// Which of its devices.
    package let minor: UInt32

    /// Makes a number.
    package init(major: UInt32, minor: UInt32) {
        self.major = major
        self.minor = minor
    }

    /// Reads `8:17`; nothing when it is something else.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let major = UInt32(parts[0]), let minor = UInt32(parts[1]) else {
            return nil
        }
        self.init(major: major, minor: minor)
    }

    /// Takes the number apart as stat(2) gives it on Linux (makedev(3)).
    package init(statusDevice number: UInt64) {
        major = UInt32(
            truncatingIfNeeded: (number >> 8 & 0xFFF) | (number >> 32 & 0xFFFF_F000)
        )
        minor = UInt32(truncatingIfNeeded: (number & 0xFF) | (number >> 12 & 0xFFFF_FF00))
    }

    /// `8:17`.
    package var description: String { "\(major):\(minor)" }
}

/// What is mounted where, as `/proc/self/mountinfo` tells (proc(5)).
package struct MountTable: Hashable, Sendable {
    /// One mount.
    package struct Mount: Hashable, Sendable {
        /// The number of the file system, as `stat` shows it for everything in it.
        package let device: DeviceNumber
        /// Which folder of the file system is shown; `/` but for bind mounts and subvolumes.
        package let root: FilePath
        /// Where it is shown.
        package let folder: FilePath
        /// The kind of file system, such as `vfat`, `exfat`, `fuseblk`.
        package let type: String
        /// What was mounted, such as `/dev/sdb1`; anything for file systems without a device.
        package let source: FilePath

        /// Describes a mount.
        package init(
            device: DeviceNumber,
            root: FilePath,
            folder: FilePath,
            type: String,
            source: FilePath
        ) {
            self.device = device
            self.root = root
            self.folder = folder
            self.type = type
            self.source = source
        }
    }

    /// All mounts, in the order in which they were made.
    package let mounts: [Mount]

    /// Makes a table.
    package init(mounts: [Mount] = []) {
        self.mounts = mounts
    }

    /// Reads the text of `mountinfo`; lines that make no sense are left out.
    package init(text: [UInt8]) {
        mounts = text.split(separator: UInt8(ascii: "\n")).compactMap(MountLine.mount)
    }

    /// The table of this process at this moment.
    package static func current() throws(SystemError) -> MountTable {
        MountTable(text: try File.read(FilePath("/proc/self/mountinfo"), limit: 64 << 20))
    }

    /// Where the whole of a block device is mounted; bind mounts of a part of it do not count.
    ///
    /// - Parameters:
    ///   - number: of the block device.
    ///   - node: its node; Btrfs numbers its mounts anew, so that only this tells.
    /// - Returns: of several places the one with the shortest path, the first of equals.
    package func mount(of number: DeviceNumber, node: FilePath?) -> Mount? {
        let found = mounts.filter { mount in
            mount.root == FilePath("/")
                && (mount.device == number || (mount.type == "btrfs" && mount.source == node))
        }
        return found.min { $0.folder.bytes.count < $1.folder.bytes.count }
    }
}
