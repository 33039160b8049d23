import LinuxSystem

/// What a program finds when it starts: whose home it is, where it stands, what is set.
struct LaunchSituation {
    /// The person's home folder.
    let home: FilePath
    /// The absolute folder in which relative paths begin.
    let current: FilePath
    /// The value of `AMBLE_NOW`.
    let now: String?
    /// The name of the system's time zone, `TZ` considered.
    let systemZone: String
    /// The value of an environment variable as a path; nothing when unset or empty.
    let variable: (String) -> FilePath?

    /// The situation of this process.
    static var ofThisProcess: LaunchSituation {
        LaunchSituation(
            home: UserAccount.home,
            // The kernel keeps this link; no path is longer than what it can hold.
            current: (try? File.linkTarget(FilePath("/proc/self/cwd"))) ?? FilePath("/"),
            now: Environment.value("AMBLE_NOW"),
            systemZone: SystemZone.name(),
            variable: Environment.path
        )
    }
}
