internal import LinuxSystem

/// Which program has a USB device open, as far as this user may look.
///
/// Nothing tells who has claimed an interface, but who does has the device's node open, and that the
/// table of processes shows. Of other users' programs it shows nothing; a service with
/// `ProtectProc=invisible` sees only its own user's.
enum USBHolder {
    /// Programs that are known to hold trackers, by how their names begin, and who that is for people.
    ///
    /// A name in the table of processes has at most 15 letters.
    private static let known = [
        ("gvfs", "the desktop's file manager (gvfs)"),
        ("kio", "KDE's file manager"),
        ("kdeinit", "KDE's file manager"),
        ("dolphin", "KDE's file manager"),
        ("mtp-probe", "udev's probe for MTP"),
    ]

    /// Looks for a program that has a node open.
    ///
    /// - Parameters:
    ///   - node: the node in `/dev/bus/usb`.
    ///   - processes: the table of processes (proc(5)).
    ///   - own: the number of this process, which has the node open itself.
    /// - Returns: who that is for people; of several, the first that is known, or else the first.
    static func name(
        of node: FilePath,
        processes: FilePath = FilePath("/proc"),
        own: Int32 = ThisProcess.number
    ) -> String? {
        let numbers = ((try? Folder.entries(processes)) ?? [])
            .compactMap { Int32(String(decoding: $0.name, as: UTF8.self)) }.sorted()
        var stranger: String?
        for number in numbers where number != own {
            let process = processes.appending(String(number))
            guard hasOpen(node, process), let name = command(process) else { continue }
            if let holder = known.first(where: { name.hasPrefix($0.0) }) { return holder.1 }
            stranger = stranger ?? "the program \(name)"
        }
        return stranger
    }

    private static func hasOpen(_ node: FilePath, _ process: FilePath) -> Bool {
        let folder = process.appending("fd")
        // What may not be looked at, or has ended meanwhile, holds nothing that could be told.
        let files = (try? Folder.entries(folder)) ?? []
        return files.contains { (try? File.linkTarget(folder.appending($0.name))) == node }
    }

    private static func command(_ process: FilePath) -> String? {
        let name = try? File.read(process.appending("comm"), limit: 64)
        return UdevText.cleaned(name.map { String(decoding: $0, as: UTF8.self) })
    }
}
