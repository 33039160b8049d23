internal import Model

/// The sources of an export of Health Connect: each app with each device that it names.
///
/// An app may write what a phone counted beside what a watch did, of the same minutes; as two sources
/// they are never added.
final class HealthConnectSources {
    private struct Device {
        let label: String?
        let kind: SourceKind
    }

    private struct Key: Hashable {
        let app: Int64
        let device: Int64?
    }

    /// More apps and devices than any phone has seen.
    private static let most = 10_000
    /// Apps that do nothing but copy what other apps counted.
    private static let mirrors: Set<String> = ["nl.appyhapps.healthsync"]

    private let opening: DatabaseOpening
    private var apps: [Int64: (name: String, isMirror: Bool)] = [:]
    private var devices: [Int64: Device] = [:]
    private var indices: [Key: SourceIndex] = [:]
    /// The source of the last row, since rows of one app come in runs.
    private var last: (key: Key, index: SourceIndex)?

    init(_ opening: DatabaseOpening) {
        self.opening = opening
    }

    /// Reads the lists of apps and devices.
    ///
    /// - Throws: `DatabaseRefusal` when they are longer than any export's, or what the source throws.
    func read() throws {
        try readApps()
        try readDevices()
    }

    /// The source of a row; nothing when its app has no name, or is one source too many.
    func index(app: Int64, device: Int64?) -> SourceIndex? {
        let key = Key(app: app, device: device.flatMap { devices[$0] == nil ? nil : $0 })
        if let last, last.key == key { return last.index }
        guard let index = indices[key] ?? makeSource(key) else { return nil }
        indices[key] = index
        last = (key, index)
        return index
    }

    private func makeSource(_ key: Key) -> SourceIndex? {
        guard let app = apps[key.app] else { return nil }
        let device = key.device.flatMap { devices[$0] }
        let name = device?.label.map { "\(app.name) (\($0))" } ?? app.name
        guard SourceName.isSound(name) else { return nil }
        var kind = device?.kind ?? .unknown
        if kind == .unknown { kind = SourceKind(deviceName: name) }
        if app.isMirror { kind = .mirror }
        return opening.sink.index(of: Source(name: name, kind: kind, omitsZeros: true))
    }

    /// An app is called as people know it, else by the name of its package; of two that are called the
    /// same the package is added.
    private func readApps() throws {
        guard let table = opening.database["application_info_table"] else { return }
        let hasName = table.definition.has("app_name")
        let columns = ["row_id", "package_name"] + (hasName ? ["app_name"] : [])
        var found: [(id: Int64, name: String, package: String)] = []
        try opening.database.forEachRow(of: table, columns, opening.output) { row in
            guard let id = row.cells[0].wholeNumber, let package = row.cells[1].trimmedText else {
                return true
            }
            let name = hasName ? row.cells[2].trimmedText : nil
            found.append((id, name ?? package, package))
            try Self.check(found.count)
            return true
        }
        let counts = Dictionary(found.map { ($0.name, 1) }, uniquingKeysWith: +)
        for app in found {
            let name = counts[app.name] == 1 ? app.name : "\(app.name) (\(app.package))"
            apps[app.id] = (name, Self.mirrors.contains(app.package))
        }
    }

    private func readDevices() throws {
        guard let table = opening.database["device_info_table"],
            table.definition.has("row_id", "manufacturer", "model", "device_type")
        else { return }
        let columns = ["row_id", "manufacturer", "model", "device_type"]
        try opening.database.forEachRow(of: table, columns, opening.output) { row in
            guard let id = row.cells[0].wholeNumber else { return true }
            let type = HealthConnectDeviceType(row.cells[3].wholeNumber)
            devices[id] = Device(
                label: row.cells[2].trimmedText ?? row.cells[1].trimmedText ?? type.word,
                kind: type.kind
            )
            try Self.check(devices.count)
            return true
        }
    }

    private static func check(_ count: Int) throws {
        guard count <= most else {
            throw DatabaseRefusal(
                "there are more apps or devices in the database than in any export"
            )
        }
    }
}

/// What a `device_type` of Health Connect is (`android.health.connect.datatypes.Device`).
struct HealthConnectDeviceType {
    /// What kind of source it is.
    let kind: SourceKind
    /// What it is called where it has no other name.
    let word: String?

    /// Looks a number up.
    init(_ number: Int64?) {
        switch number {
        case 1: (kind, word) = (.watch, "watch")
        case 2: (kind, word) = (.phone, "phone")
        case 4: (kind, word) = (.watch, "ring")
        case 6: (kind, word) = (.watch, "band")
        case 7: (kind, word) = (.watch, "chest strap")
        default: (kind, word) = (.unknown, nil)
        }
    }
}
