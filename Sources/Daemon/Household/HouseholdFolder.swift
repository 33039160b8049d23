package import LinuxSystem

/// A watched folder, and what is said about the files in it.
package struct HouseholdFolder: Hashable, Sendable {
    /// The absolute path.
    package let path: FilePath
    /// Whether folders inside it are watched too.
    package let isRecursive: Bool
    /// What happens to a file that was taken or refused.
    package let after: Configuration.AfterTaking
    /// Whose files they are.
    package let person: String
    /// The name of the source where a file names none.
    package let source: String?

    /// The folder as the configuration has it.
    init(_ setting: Configuration.Folder) {
        path = setting.path
        isRecursive = setting.isRecursive
        after = setting.after
        person = setting.person
        source = setting.source
    }

    /// Whether a file is this folder's: directly in it, or however deep in a recursive one.
    package func holds(_ file: FilePath) -> Bool {
        isRecursive ? file.isInside(path) : file.parent == path
    }

    /// The inbox, then the configured folders; an inbox that is configured as a folder, with tags
    /// of its own, comes once.
    static func all(inbox: FilePath, configured: [Configuration.Folder]) -> [HouseholdFolder] {
        let folders = configured.map(HouseholdFolder.init)
        if folders.contains(where: { $0.path == inbox }) { return folders }
        return [HouseholdFolder(Configuration.Folder(path: inbox))] + folders
    }
}
