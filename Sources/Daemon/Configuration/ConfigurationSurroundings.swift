/// What a configuration file is held against: the folders around it, zones and files that exist.
package struct ConfigurationSurroundings: Sendable {
    /// The absolute path of the folder that holds the file; relative paths begin there.
    package let folder: String
    /// The person's home folder, which `~` stands for; nothing when it is unknown.
    package let home: String?
    /// The state folder, which nobody may watch; an absolute path.
    package let state: String
    /// Why a name is no time zone here, or nothing when it is one.
    package let complaintAboutZone: @Sendable (_ name: String) -> String?
    /// Whether a path leads to a regular file.
    package let isFile: @Sendable (_ path: String) -> Bool

    /// Describes the surroundings of a file.
    package init(
        folder: String, home: String?, state: String,
        complaintAboutZone: @escaping @Sendable (_ name: String) -> String?,
        isFile: @escaping @Sendable (_ path: String) -> Bool
    ) {
        self.folder = folder
        self.home = home
        self.state = state
        self.complaintAboutZone = complaintAboutZone
        self.isFile = isFile
    }
}
