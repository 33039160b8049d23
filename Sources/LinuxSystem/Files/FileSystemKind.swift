import Glibc

/// What lies under a folder, as far as it matters for hearing of changes.
package enum FileSystemKind: Hashable, Sendable {
    /// A file system of this machine: every change is heard of.
    case local
    /// Changes made on other machines are never heard of.
    case network
    /// A program serves it (FUSE); what is heard of depends on the program.
    case userSpace

    /// Asks what lies under a folder or file.
    ///
    /// The kernel tells which mount an open file belongs to, and the table of mounts what that is
    /// (proc(5)). Where the tables cannot be read it counts as local.
    ///
    /// - Throws: when the path cannot be opened.
    package static func of(_ path: FilePath) throws(SystemError) -> FileSystemKind {
        let file = try FileDescriptor.open(path, [.nonBlocking])
        let information = lines(FilePath("/proc/self/fdinfo/\(file.raw)"))
        guard let line = information.first(where: { $0.hasPrefix("mnt_id:") }),
            let mount = Int(line.dropFirst(7).filter { !$0.isWhitespace }),
            let name = typeName(mount: mount, in: lines(FilePath("/proc/self/mountinfo")))
        else { return .local }
        return FileSystemKind(typeName: name)
    }

    /// Decides by the name of the type as the kernel has it.
    init(typeName: String) {
        if typeName == "fuse" || typeName.hasPrefix("fuse.") || typeName == "virtiofs" {
            self = .userSpace
        } else {
            self = FileSystemKind.networkTypes.contains(typeName) ? .network : .local
        }
    }

    /// The type of a mount: the first word behind the lone `-` of its line.
    static func typeName(mount: Int, in table: [Substring]) -> String? {
        for line in table {
            let words = line.split(separator: " ")
            guard let first = words.first, Int(first) == mount,
                let mark = words.firstIndex(of: "-"), mark + 1 < words.count
            else { continue }
            return String(words[mark + 1])
        }
        return nil
    }

    private static func lines(_ path: FilePath) -> [Substring] {
        guard let bytes = try? File.read(path) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }

    /// `fuseblk` is not among them: it serves a disk of this machine, as NTFS sticks do.
    private static let networkTypes: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "9p", "ceph", "coda", "afs", "lustre",
        "vboxsf", "vmhgfs", "prl_fs", "gfs2", "ocfs2", "orangefs", "beegfs",
    ]
}
