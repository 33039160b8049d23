import Glibc
package import LinuxSystem

/// Calls with a new folder of its own, and removes it with all that is in it afterwards.
package func withTemporaryFolder<Result>(_ body: (FilePath) throws -> Result) throws -> Result {
    var template = Array("/tmp/amble-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError.last("make a temporary folder") }
    let bytes = template.dropLast().map { UInt8(bitPattern: $0) }
    let folder = FilePath(bytes: Array(bytes))
    defer { removeAll(folder) }
    return try body(folder)
}

/// Removes a file, or a folder with all that is in it; links are removed, not followed.
package func removeAll(_ path: FilePath) {
    guard let status = try? FileStatus.of(path) else { return }
    guard status.kind == .folder else {
        try? File.unlink(path)
        return
    }
    for entry in (try? Folder.entries(path)) ?? [] { removeAll(path.appending(entry.name)) }
    _ = path.withCString { rmdir($0) }
}

/// Makes a file with this content.
package func makeFile(_ path: FilePath, _ text: String = "") throws {
    let file = try FileDescriptor.open(path, [.write, .create, .truncate])
    try file.writeAll(Array(text.utf8))
}

/// The content of a file as text.
package func text(of path: FilePath) throws -> String {
    String(decoding: try File.read(path), as: UTF8.self)
}

/// Makes a symbolic link.
package func makeLink(_ path: FilePath, to target: String) {
    _ = path.withCString { symlink(target, $0) }
}
