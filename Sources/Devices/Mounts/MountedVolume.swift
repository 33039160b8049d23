package import LinuxSystem

/// A file system of a tracker that somebody else mounted.
package struct MountedVolume: Hashable, Sendable {
    /// Where its root is shown.
    package let folder: FilePath
    /// The number that `stat` shows for everything in it.
    package let device: DeviceNumber
    /// The number of the block device it lies on; mostly the same.
    package let block: DeviceNumber
    /// The folder of the block device in sysfs, which goes when the plug is pulled.
    package let syspath: FilePath

    /// Describes a mounted volume.
    package init(folder: FilePath, device: DeviceNumber, block: DeviceNumber, syspath: FilePath) {
        self.folder = folder
        self.device = device
        self.block = block
        self.syspath = syspath
    }
}
