package import LinuxSystem
package import Model
package import Scoring

/// What both programs begin with: where things lie, what the person set, the clock and the zones.
package struct Household: Sendable {
    /// Where things lie.
    package let places: HouseholdPlaces
    /// What the person set.
    package let configuration: Configuration
    /// The clock; it stands still when `AMBLE_NOW` is set (COMMANDS.md §1).
    package let clock: WallClock
    /// The walking plan in use: the person's own, or the built-in one.
    package let plan: WalkingPlan
    /// The zones the person lived in.
    ///
    /// The configured or the system's zone holds before the first `[[zone]]`.
    package let zones: HomeZones
    /// The zones of sources whose times bear no offset, by the source's name (SESSIONS.md §8.9).
    package let sourceZones: [String: ZoneRules]
    /// A stable text of everything set that changes what is derived.
    ///
    /// Ranks, home zones and zones of sources; each zone with a hash of its rules, so that a new
    /// tz database counts as a change.
    package let derivationFingerprint: String
    /// Whether trackers on USB are read: unless `AMBLE_DEVICES` is `off`.
    package let readsDevices: Bool

    /// Puts a household together; `load` is the way in.
    init(
        places: HouseholdPlaces,
        configuration: Configuration,
        clock: WallClock,
        plan: WalkingPlan,
        zones: HouseholdZones,
        readsDevices: Bool
    ) {
        self.readsDevices = readsDevices
        self.places = places
        self.configuration = configuration
        self.clock = clock
        self.plan = plan
        self.zones = zones.home
        sourceZones = zones.sources.mapValues(\.rules)
        derivationFingerprint = zones.fingerprint(configuration)
    }
}

// MARK: - What stands in the configuration

extension Household {
    /// The goal of a day in minutes, 1–600.
    package var goalMinutes: Int { configuration.goalMinutes }

    /// Ranks the person set, by the source's name; lower wins (SESSIONS.md §8.6).
    package var ranks: [String: Int] { configuration.sources.compactMapValues(\.rank) }

    /// The watched folders: the inbox first unless the configuration places it, each path once.
    package var folders: [HouseholdFolder] {
        HouseholdFolder.all(inbox: places.inbox, configured: configuration.folders)
    }

    /// The watched folder a file belongs to; of folders inside one another the innermost.
    package func folder(of file: FilePath) -> HouseholdFolder? {
        folders.filter { $0.holds(file) }.max { $0.path.bytes.count < $1.path.bytes.count }
    }
}

// MARK: - Where things lie (COMMANDS.md §2)

extension Household {
    /// The folder to drop files into.
    package var inbox: FilePath { places.inbox }
    /// The state folder.
    package var stateFolder: FilePath { places.state }
    /// The database.
    package var databasePath: FilePath { places.state.appending("amble.db") }
    /// The daily log for people.
    package var summaryLogPath: FilePath { places.state.appending("summary.log") }
    /// The daily log for programs.
    package var summaryJSONPath: FilePath { places.state.appending("summary.jsonl") }
    /// The lock of the one writer.
    package var lockPath: FilePath { places.state.appending("ambled.lock") }
    /// The folder in which commands hand files over to the daemon.
    package var requestsFolder: FilePath { places.state.appending("requests") }

    /// Makes the state folder, and the inbox unless a person chose it.
    ///
    /// Mode 0700, since this is health data; folders that are there are left as they are.
    ///
    /// - Throws: a failure with status 73, 74 or 77.
    package func makeFolders() throws(Failure) {
        do {
            try Folder.make(places.state, mode: 0o700)
            if places.isInboxDefault { try Folder.make(places.inbox, mode: 0o700) }
        } catch {
            throw Failure(error)
        }
    }
}
