import LinuxSystem
import Model
import Scoring

/// Turns a TOML document into a configuration, and collects every mistake on the way.
///
/// One function a table of COMMANDS.md §3; a new key is one line in one of them.
struct ConfigurationReader {
    /// What is wrong so far, in no order.
    private(set) var mistakes: [ConfigurationMistake] = []
    private let surroundings: ConfigurationSurroundings

    init(_ surroundings: ConfigurationSurroundings) {
        self.surroundings = surroundings
    }

    /// Reads the root table.
    mutating func configuration(from root: TomlValue) -> Configuration {
        guard case .table(let members) = root.content else { return Configuration() }
        var table = TableReader(members, title: "", place: root.place)
        var result = Configuration()
        result.timeZone = zoneName("time-zone", in: &table)?.value
        result.goalMinutes = table.whole("goal-minutes", in: 1...600) ?? result.goalMinutes
        result.folders = folders(table.tables("folder"))
        result.devices = devices(table.tables("device"))
        result.plan = plan(table.table("plan"))
        result.zones = zones(table.tables("zone"))
        result.sources = sources(table.take("source"))
        mistakes += table.finish()
        return result
    }

    // MARK: - [[folder]]

    private mutating func folders(_ tables: [TableReader]) -> [Configuration.Folder] {
        var seen: Set<FilePath> = []
        return tables.compactMap { folder($0, &seen) }
    }

    private mutating func folder(
        _ table: TableReader,
        _ seen: inout Set<FilePath>
    ) -> Configuration.Folder? {
        var table = table
        let path = required("path", "the folder to watch", in: &table) {
            writtenPath("path", in: &$0)
        }
        var folder = Configuration.Folder(path: path?.value ?? surroundings.folder)
        folder.isRecursive = table.flag("recursive") ?? true
        folder.after = table.choice("after", of: Configuration.AfterTaking.self) ?? .keep
        folder.person = table.name("person")?.value ?? folder.person
        folder.source = table.name("source")?.value
        if let path {
            check(path, isRecursive: folder.isRecursive, against: &seen, in: &table)
        }
        mistakes += table.finish()
        return path == nil ? nil : folder
    }

    private func check(
        _ path: TableReader.Located<FilePath>,
        isRecursive: Bool,
        against seen: inout Set<FilePath>,
        in table: inout TableReader
    ) {
        if let complaint = complaintAboutWatching(
            path.value,
            isRecursive: isRecursive,
            state: surroundings.state
        ) {
            table.add("path = \(quoted(path.value.shown)) \(complaint)", at: path.place)
        }
        if !seen.insert(path.value).inserted {
            table.add(
                "\(quoted(path.value.shown)) is watched already; remove one [[folder]]",
                at: path.place
            )
        }
    }

    // MARK: - [[device]], [plan], [[zone]]

    private mutating func devices(_ tables: [TableReader]) -> [Configuration.Device] {
        var seen: Set<String> = []
        return tables.compactMap { table in
            var table = table
            defer { mistakes += table.finish() }
            let serial = required("serial", "as `amble devices` shows it", in: &table) {
                $0.name("serial")
            }
            let person = table.name("person")?.value ?? "me"
            guard let serial else { return nil }
            if !seen.insert(serial.value).inserted {
                table.add(
                    "the serial \(quoted(serial.value)) is given twice; remove one [[device]]",
                    at: serial.place
                )
            }
            return Configuration.Device(serial: serial.value, person: person)
        }
    }

    private mutating func plan(_ table: TableReader?) -> Configuration.Plan {
        var plan = Configuration.Plan()
        guard var table else { return plan }
        plan.pace = table.choice("pace", of: PlanPace.self) ?? plan.pace
        if let file = writtenPath("file", in: &table) {
            plan.file = file.value
            if !surroundings.isFile(file.value) {
                table.add(
                    "file = \(quoted(file.value.shown)) does not exist or is no file; "
                        + "correct the path, or remove the key for the built-in plan",
                    at: file.place
                )
            }
        }
        mistakes += table.finish()
        return plan
    }

    private mutating func zones(_ tables: [TableReader]) -> [Configuration.ZoneMove] {
        var seen: Set<CivilDay> = []
        let moves = tables.compactMap { table -> Configuration.ZoneMove? in
            var table = table
            defer { mistakes += table.finish() }
            let from = required("from", "the first date in the new zone", in: &table) {
                $0.date("from")
            }
            let name = required("name", "for example \"Asia/Tokyo\"", in: &table) {
                zoneName("name", in: &$0)
            }
            if let from, !seen.insert(from.value).inserted {
                table.add(
                    "two [[zone]] begin on \(from.value); only one can hold",
                    at: from.place
                )
            }
            guard let from, let name else { return nil }
            return Configuration.ZoneMove(from: from.value, name: name.value)
        }
        return moves.sorted { $0.from < $1.from }
    }

    // MARK: - [source."NAME"]

    private mutating func sources(_ member: TomlMember?) -> [String: Configuration.SourceSetting] {
        guard let member else { return [:] }
        guard case .table(let members) = member.value.content else {
            mistakes.append(
                member.place.mistake("source is written [source.\"NAME\"], one table a source")
            )
            return [:]
        }
        var result: [String: Configuration.SourceSetting] = [:]
        for member in members { result[member.key] = source(member) }
        return result
    }

    private mutating func source(_ member: TomlMember) -> Configuration.SourceSetting? {
        if let complaint = complaintAboutName(member.key) {
            mistakes.append(
                member.place.mistake("the source name \(quoted(member.key)) \(complaint)")
            )
        }
        guard case .table(let members) = member.value.content else {
            mistakes.append(
                member.place.mistake(
                    "[source] holds a table for each source, as in [source.\"Fitbit Air\"], "
                        + "not \(member.value.kindName)"
                )
            )
            return nil
        }
        let title = "[source.\(quoted(member.key))]"
        var table = TableReader(members, title: title, place: member.value.place)
        var setting = Configuration.SourceSetting()
        setting.rank = table.whole("rank", in: -1000...1000)
        setting.timeZone = zoneName("time-zone", in: &table)?.value
        mistakes += table.finish()
        return setting
    }

    // MARK: - Values that need the surroundings

    /// A value that must be there; that it is missing is said where the table begins.
    private func required<Value>(
        _ key: String,
        _ what: String,
        in table: inout TableReader,
        read: (inout TableReader) -> Value?
    ) -> Value? {
        let isThere = table.has(key)
        let value = read(&table)
        if !isThere {
            table.add("\(table.title) has no \(key); add \(key) = \"…\", \(what)", at: table.place)
        }
        return value
    }

    private func zoneName(
        _ key: String,
        in table: inout TableReader
    ) -> TableReader.Located<String>? {
        guard let name = table.text(key) else { return nil }
        guard let complaint = surroundings.complaintAboutZone(name.value) else { return name }
        table.add("\(key) = \(quoted(name.value)) \(complaint)", at: name.place)
        return nil
    }

    private func writtenPath(
        _ key: String,
        in table: inout TableReader
    ) -> TableReader.Located<FilePath>? {
        guard let text = table.text(key) else { return nil }
        do throws(WrittenPath.Complaint) {
            let path = try WrittenPath(
                text.value,
                base: surroundings.folder,
                home: surroundings.home
            )
            return .init(value: path.path, place: text.place)
        } catch {
            table.add("\(key) = \(quoted(text.value)) \(error.message)", at: text.place)
            return nil
        }
    }
}
