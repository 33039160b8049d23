package import LinuxSystem
package import Model
package import Scoring

/// What a person may set in `amble.toml` (COMMANDS.md §3); every part has a default.
package struct Configuration: Hashable, Sendable {
    /// The home zone by its name in the tz database; nothing means the system's.
    package var timeZone: String?
    /// The goal of a day in minutes, 1–600; by default the hour and a half of the finding.
    package var goalMinutes = 90
    /// The watched folders beside the inbox, in the order of the file, each path once.
    package var folders: [Folder] = []
    /// Whose each tracker is, each serial once.
    package var devices: [Device] = []
    /// How the walking plan goes on.
    package var plan = Plan()
    /// A traveller's later home zones, each date once, ascending.
    package var zones: [ZoneMove] = []
    /// What is said about sources, by the name that `amble walks` shows.
    package var sources: [String: SourceSetting] = [:]

    /// Makes the default configuration, which is that of an empty file.
    package init() {}

    /// A folder whose files are taken.
    package struct Folder: Hashable, Sendable {
        /// The absolute path.
        package var path: FilePath
        /// Whether folders inside it are watched too.
        package var isRecursive = true
        /// What happens to a file that was taken or refused.
        package var after = AfterTaking.keep
        /// Whose files they are.
        package var person = "me"
        /// The name of the source where a file names none.
        package var source: String?
    }

    /// What happens to a file in a watched folder once it is taken (DESIGN.md §3).
    package enum AfterTaking: String, Hashable, Sendable, CaseIterable {
        /// It stays as it is.
        case keep
        /// It goes to `taken/`, or to `refused/` beside a `.why.txt`.
        case move
    }

    /// A tracker and its owner.
    package struct Device: Hashable, Sendable {
        /// The serial number, as `amble devices` shows it.
        package var serial: String
        /// Whose it is.
        package var person = "me"
    }

    /// How the walking plan goes on.
    package struct Plan: Hashable, Sendable {
        /// What makes a level end.
        package var pace = PlanPace.metDays
        /// The absolute path of a plan of one's own; it was there when the configuration was read.
        package var file: FilePath?
    }

    /// A change of home zone (SESSIONS.md §8.10 "Days and zones").
    package struct ZoneMove: Hashable, Sendable {
        /// The first date in the new zone.
        package var from: CivilDay
        /// The new zone by its name in the tz database.
        package var name: String
    }

    /// What is said about one source.
    package struct SourceSetting: Hashable, Sendable {
        /// Its rank in the fusion, −1000 to 1000; lower wins (SESSIONS.md §8.6).
        package var rank: Int?
        /// The zone of its times without offset, by name (SESSIONS.md §8.9).
        package var timeZone: String?
    }
}

extension Configuration {
    /// Reads a configuration file.
    ///
    /// - Parameters:
    ///   - text: the whole file; more than 1 MiB is refused.
    ///   - surroundings: what the words of the file are held against.
    /// - Returns: the configuration, or every mistake of the file. A mistake of syntax hides those
    ///   behind it.
    package static func parse(
        _ text: [UInt8],
        in surroundings: ConfigurationSurroundings
    ) -> Result<Configuration, ConfigurationMistakes> {
        do throws(ConfigurationMistake) {
            let root = try TomlValue.document(text)
            var reader = ConfigurationReader(surroundings)
            let configuration = reader.configuration(from: root)
            guard reader.mistakes.isEmpty else { return .failure(.init(reader.mistakes)) }
            return .success(configuration)
        } catch {
            return .failure(.init([error]))
        }
    }
}
