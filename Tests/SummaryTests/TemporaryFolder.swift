import Glibc
import LinuxSystem

/// Runs a test in a folder of its own, which is gone afterwards.
func withTemporaryFolder<Value>(_ body: (FilePath) throws -> Value) throws -> Value {
    var template = Array("/tmp/amble-summary-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError.last("make a folder") }
    let folder = FilePath(bytes: template.dropLast().map(UInt8.init(bitPattern:)))
    defer {
        for entry in (try? Folder.entries(folder)) ?? [] {
            try? File.unlink(folder.appending(entry.name))
        }
        _ = folder.withCString { rmdir($0) }
    }
    return try body(folder)
}

/// The text of a file; nothing when there is none.
func text(_ path: FilePath) -> String? {
    (try? File.read(path)).map { String(decoding: $0, as: UTF8.self) }
}

/// Makes a file of a text, as another program would.
func write(_ text: String, to path: FilePath) throws {
    let file = try FileDescriptor.open(path, [.write, .create, .truncate])
    try file.writeAll(Array(text.utf8))
}
