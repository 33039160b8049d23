import Glibc
import LinuxSystem
import Model

extension Household {
    /// Finds the places, reads the configuration and the plan it names, sets the clock and resolves
    /// the zones.
    ///
    /// Nothing is written.
    ///
    /// - Parameter flags: what was typed.
    /// - Returns: the household.
    /// - Throws: status 78 with every mistake of the configuration, or of the plan file, on a line
    ///   of its own, or when a time zone cannot be read; 64 for an `AMBLE_NOW` that is no time; 66,
    ///   74 or 77 when one of the two files cannot be read.
    package static func load(flags: Flags) throws(Failure) -> Household {
        try load(flags: flags, in: .ofThisProcess)
    }

    /// Loads in a situation of choice; see above.
    ///
    /// - Parameters:
    ///   - flags: what was typed.
    ///   - situation: what the program finds when it starts.
    /// - Returns: the household.
    /// - Throws: as above.
    static func load(
        flags: Flags,
        in situation: LaunchSituation
    ) throws(Failure) -> Household {
        let clock = try clock(situation.now)
        let places = HouseholdPlaces(
            flags: flags,
            home: situation.home,
            current: situation.current,
            variable: situation.variable
        )
        let configuration = try configuration(at: places, home: situation.home)
        try checkInbox(places, configuration)
        let plan = try PlanFile.plan(at: configuration.plan.file)
        let zones = try HouseholdZones(configuration, system: situation.systemZone)
        return Household(
            places: places,
            configuration: configuration,
            clock: clock,
            plan: plan,
            zones: zones,
            readsDevices: situation.variable("AMBLE_DEVICES")?.shown != "off"
        )
    }

    /// The clock that a text sets; the machine's when it is missing or empty.
    static func clock(_ now: String?) throws(Failure) -> WallClock {
        guard let now, !now.isEmpty else { return .system }
        guard let instant = Instant(rfc3339: now) else {
            throw Failure(
                .usage,
                "AMBLE_NOW = \(quoted(now)) is no time; "
                    + "write it like 2026-11-21T07:02:03+01:00, or unset it"
            )
        }
        return .fixed(milliseconds: instant.milliseconds)
    }

    /// An inbox that the configuration places was checked with it.
    private static func checkInbox(
        _ places: HouseholdPlaces,
        _ configuration: Configuration
    ) throws(Failure) {
        if configuration.folders.contains(where: { $0.path == places.inbox }) { return }
        let complaint = complaintAboutWatching(
            places.inbox,
            isRecursive: true,
            state: places.state
        )
        guard let complaint else { return }
        throw Failure(.configuration, "the inbox \(quoted(places.inbox.shown)) \(complaint)")
    }

    private static func configuration(
        at places: HouseholdPlaces,
        home: FilePath
    ) throws(Failure) -> Configuration {
        guard let text = try text(of: places) else { return Configuration() }
        let surroundings = ConfigurationSurroundings(
            folder: places.configuration.parent,
            home: home,
            state: places.state,
            complaintAboutZone: ZoneLibrary.complaint,
            isFile: isFile
        )
        switch Configuration.parse(text, in: surroundings) {
        case .success(let configuration):
            return configuration
        case .failure(let mistakes):
            let file = places.configuration.name.escapingControlCharacters
            let lines = mistakes.all.map { $0.line(in: file) }
            throw Failure(.configuration, lines.joined(separator: "\n"))
        }
    }

    /// The configuration file; nothing when there is none and nobody asked for one.
    private static func text(of places: HouseholdPlaces) throws(Failure) -> [UInt8]? {
        do {
            // The parser itself complains about a little more than 1 MiB.
            return try File.read(places.configuration, limit: 2 << 20)
        } catch {
            if error.code == EFBIG {
                throw Failure(
                    .configuration,
                    "\(places.configuration.shown.escapingControlCharacters) is far too long for "
                        + "a configuration; check the path"
                )
            }
            if error.isMissing, !places.isConfigurationNamed { return nil }
            throw Failure(error)
        }
    }

    private static func isFile(_ path: FilePath) -> Bool {
        (try? FileStatus.of(path, followLinks: true))?.kind == .regular
    }
}
