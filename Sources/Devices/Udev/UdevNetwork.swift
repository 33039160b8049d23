import LinuxSystem

/// Whether what udev tells can reach this process at all.
///
/// udev tells its news on netlink, and only inside its own network namespace; in another one a
/// monitor opens without an error and stays silent for ever. Sockets are listed by namespace, too,
/// so that of udev itself gives away where we are (unix(7), network_namespaces(7)).
enum UdevNetwork {
    private static let control = "/run/udev/control"

    /// Whether udev runs, but in another network than this process.
    static var isAnother: Bool {
        let kind = (try? FileStatus.of(FilePath(control)))?.kind
        guard kind == .socket, let table = try? File.read(FilePath("/proc/self/net/unix")) else {
            return false
        }
        return !lists(control, table: table)
    }

    /// Whether a table of sockets as `/proc/net/unix` has a line that ends with the path.
    static func lists(_ path: String, table: [UInt8]) -> Bool {
        let ending = Array((" " + path).utf8)
        return table.split(separator: UInt8(ascii: "\n")).contains { line in
            line.count > ending.count && line.suffix(ending.count).elementsEqual(ending)
        }
    }
}
