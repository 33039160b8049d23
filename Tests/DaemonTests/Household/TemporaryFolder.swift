import Glibc
import LinuxSystem

/// A folder of its own for one test, removed afterwards.
func withTemporaryFolder<Result>(_ body: (FilePath) throws -> Result) throws -> Result {
    var template = Array("/tmp/amble-household-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError.last("make the folder") }
    let folder = FilePath(bytes: template.dropLast().map(UInt8.init(bitPattern:)))
    defer { remove(folder) }
    return try body(folder)
}

private func remove(_ path: FilePath) {
    for entry in (try? Folder.entries(path)) ?? [] {
        let inner = path.appending(entry.name)
        if entry.kind == .folder { remove(inner) } else { try? File.unlink(inner) }
    }
    path.withCString { _ = rmdir($0) }
}

/// Writes a small file.
func write(_ text: String, to path: FilePath) throws {
    let file = try FileDescriptor.open(path, [.write, .create, .truncate])
    try file.writeAll(Array(text.utf8))
}
