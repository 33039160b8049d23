import Model

/// The zones of a household, with the hashes of their rules.
struct HouseholdZones {
    /// The zone before the first move, then each move in order of dates.
    private let first: ZoneLibrary.Entry
    private let moves: [(from: CivilDay, zone: ZoneLibrary.Entry)]
    /// The zones of sources by name.
    let sources: [String: ZoneLibrary.Entry]

    /// Reads every zone a configuration names.
    ///
    /// - Parameters:
    ///   - configuration: what names the zones.
    ///   - system: the zone that holds when none is configured.
    /// - Throws: a failure with status 78 when a zone cannot be read; days in the wrong zone would
    ///   be a silent lie.
    init(_ configuration: Configuration, system: String) throws(Failure) {
        var library = ZoneLibrary()
        first = try HouseholdZones.entry(configuration.timeZone ?? system, &library)
        var moves: [(from: CivilDay, zone: ZoneLibrary.Entry)] = []
        for move in configuration.zones {
            moves.append((move.from, try HouseholdZones.entry(move.name, &library)))
        }
        self.moves = moves
        var sources: [String: ZoneLibrary.Entry] = [:]
        for (name, setting) in configuration.sources {
            guard let zone = setting.timeZone else { continue }
            sources[name] = try HouseholdZones.entry(zone, &library)
        }
        self.sources = sources
    }

    /// The home zones.
    var home: HomeZones {
        HomeZones(
            first.rules,
            moves: moves.map { HomeZones.Move(date: $0.from, zone: $0.zone.rules) }
        )
    }

    /// A line for each thing that changes what is derived; sorted, so that the order in the file
    /// is no change.
    func fingerprint(_ configuration: Configuration) -> String {
        var lines = ["home \(HouseholdZones.text(first))"]
        lines += moves.map { "from \($0.from) \(HouseholdZones.text($0.zone))" }
        lines += HouseholdZones.lines("zone", sources.mapValues(HouseholdZones.text))
        lines += HouseholdZones.lines(
            "rank",
            configuration.sources.compactMapValues { $0.rank.map(String.init) }
        )
        return lines.joined(separator: "\n")
    }

    private static func lines(_ word: String, _ values: [String: String]) -> [String] {
        values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { "\(word) \(quoted($0.key)) \($0.value)" }
    }

    private static func text(_ zone: ZoneLibrary.Entry) -> String {
        "\(zone.rules.name) \(zone.hash)"
    }

    private static func entry(
        _ name: String,
        _ library: inout ZoneLibrary
    ) throws(Failure) -> ZoneLibrary.Entry {
        do throws(ZoneLibrary.Complaint) {
            return try library.entry(name)
        } catch {
            throw Failure(.configuration, "the time zone \(quoted(name)) \(error.message)")
        }
    }
}
