package import LinuxSystem

/// What a configuration file is held against: the folders around it, zones and files that exist.
package struct ConfigurationSurroundings: Sendable {
    /// The absolute path of the folder that holds the file; relative paths begin there.
    package let folder: FilePath
    /// The person's home folder, which `~` stands for.
    package let home: FilePath
    /// The state folder, which nobody may watch; an absolute path.
    package let state: FilePath
    /// Why a name is no time zone here, or nothing when it is one.
    package let complaintAboutZone: @Sendable (_ name: String) -> String?
    /// Whether a path leads to a regular file.
    package let isFile: @Sendable (_ path: FilePath) -> Bool

    /// Describes the surroundings of a file.
    package init(
        folder: FilePath,
        home: FilePath,
        state: FilePath,
        complaintAboutZone: @escaping @Sendable (_ name: String) -> String?,
        isFile: @escaping @Sendable (_ path: FilePath) -> Bool
    ) {
        self.folder = folder
        self.home = home
        self.state = state
        self.complaintAboutZone = complaintAboutZone
        self.isFile = isFile
    }
}
