import Glibc
package import Model

extension ZoneRules {
    /// A zone of the system's tz database, for tests; UTC when the machine has none of that name,
    /// which the tests of zones notice.
    package static func named(_ name: String) -> ZoneRules {
        guard let file = fopen("/usr/share/zoneinfo/\(name)", "rb") else { return .utc }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = fread(&bytes, 1, bytes.count, file)
        return (try? ZoneRules(name: name, contents: Array(bytes[..<count]))) ?? .utc
    }
}
