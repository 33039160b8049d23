internal import Model

/// The devices of a database of Gadgetbridge, each a source.
final class GadgetbridgeDevices {
    /// A device that has readings.
    struct Entry {
        let index: SourceIndex
        let name: String
        /// The zone in which its days begin.
        let zones: HomeZones
    }

    /// More devices than a person has, and than a file may have sources.
    private static let most = 1000

    private let opening: DatabaseOpening
    private var names: [Int64: String] = [:]
    private var entries: [Int64: Entry] = [:]

    init(_ opening: DatabaseOpening) {
        self.opening = opening
    }

    /// Reads the list of devices.
    ///
    /// A device is called as its owner calls it, else as it calls itself; of two that are called the
    /// same the address is added.
    /// - Throws: what the source throws.
    func read() throws {
        guard let table = opening.database["DEVICE"] else { return }
        let hasAlias = table.definition.has("ALIAS")
        let columns = ["_id", "NAME", "IDENTIFIER"] + (hasAlias ? ["ALIAS"] : [])
        var found: [(id: Int64, name: String, address: String?)] = []
        try opening.database.forEachRow(of: table, columns, opening.output) { row in
            guard let id = row.cells[0].wholeNumber else { return true }
            let address = row.cells[2].trimmedText
            let alias = hasAlias ? row.cells[3].trimmedText : nil
            guard let name = alias ?? row.cells[1].trimmedText ?? address else { return true }
            found.append((id, name, address))
            return found.count < Self.most
        }
        let counts = Dictionary(found.map { ($0.name, 1) }, uniquingKeysWith: +)
        for device in found {
            let isAlone = counts[device.name] == 1
            names[device.id] =
                isAlone ? device.name : "\(device.name) (\(device.address ?? "\(device.id)"))"
        }
    }

    /// The source of a device; nothing when its name is none, or one source too many.
    func entry(_ id: Int64) -> Entry? {
        if let entry = entries[id] { return entry }
        let name = names[id] ?? "\(DatabaseDialect.gadgetbridge.name) \(id)"
        guard SourceName.isSound(name),
            let index = opening.sink.index(of: Source(name: name, kind: .watch))
        else { return nil }
        let entry = Entry(index: index, name: name, zones: opening.context.zones(ofSource: name))
        entries[id] = entry
        return entry
    }
}
