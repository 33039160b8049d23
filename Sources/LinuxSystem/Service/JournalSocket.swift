import Glibc

/// The journal's own way in, which keeps fields apart and messages of several lines whole
/// (https://systemd.io/JOURNAL_NATIVE_PROTOCOL/).
package struct JournalSocket: Sendable {
    private let address: DatagramAddress?

    /// Takes the journal's socket of this machine.
    package init(path: FilePath = FilePath("/run/systemd/journal/socket")) {
        address = DatagramAddress(path)
    }

    /// Whether standard error leads into the journal: `JOURNAL_STREAM` holds its device and inode.
    package static var isConnected: Bool {
        matches(variable: Environment.value("JOURNAL_STREAM"), descriptor: STDERR_FILENO)
    }

    /// Sends one entry.
    ///
    /// - Parameter fields: names and values in order; a name the journal would not take (other
    ///   than A–Z, 0–9 and `_`, or with one of the last two in front) is left out.
    /// - Returns: whether the journal took it; it does not take more than a datagram holds, some
    ///   200 kB, and is not there on every machine.
    @discardableResult
    package func send(fields: [(name: String, value: String)]) -> Bool {
        guard let address else { return false }
        do {
            try address.send(JournalSocket.encode(fields))
            return true
        } catch {
            return false
        }
    }

    static func matches(variable: String?, descriptor: Int32) -> Bool {
        guard let parts = variable?.split(separator: ":"), parts.count == 2,
            let status = try? FileStatus.of(descriptor: descriptor, path: nil)
        else { return false }
        return UInt64(parts[0]) == status.device && UInt64(parts[1]) == status.inode
    }

    /// `NAME=value` on a line; or, when the value has lines itself, the name, its length as 64 bits
    /// little-endian, and its bytes.
    static func encode(_ fields: [(name: String, value: String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (name, value) in fields where isFieldName(name) {
            let content = Array(value.utf8)
            bytes += name.utf8
            if content.contains(UInt8(ascii: "\n")) {
                bytes.append(UInt8(ascii: "\n"))
                withUnsafeBytes(of: UInt64(content.count).littleEndian) { bytes += $0 }
            } else {
                bytes.append(UInt8(ascii: "="))
            }
            bytes += content
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    private static func isFieldName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (1...64).contains(name.utf8.count) else { return false }
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return capitals.contains(first)
            && name.utf8.allSatisfy {
                capitals.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_")
            }
    }
}
