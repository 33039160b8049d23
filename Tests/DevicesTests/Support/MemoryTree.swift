import Devices
import Model

/// A tree in memory whose device can fail, or go away, at a folder of the test's choice.
final class MemoryTree: ReadOnlyTree {
    let root = TreeEntry(path: [], kind: .folder, handle: 0)
    private var listings: [[String]: [TreeEntry]] = [[]: []]
    private var contents: [[String]: [UInt8]] = [:]
    private var next: UInt64 = 1
    /// What listing a folder throws.
    var failures: [[String]: DeviceError] = [:]
    /// After so many listings the device is gone; a mount shows empty folders then.
    var listingsUntilGone: Int?
    /// Whether a gone device shows empty folders instead of an error.
    var hidesItsAbsence = false
    private(set) var listed: [String] = []
    private(set) var presenceChecks = 0

    /// Makes a tree of files; their folders are made on the way.
    init(_ files: [String] = [], size: Int64 = 100, modified: TreeEntry.Time? = nil) {
        for file in files { add(file, size: size, modified: modified) }
    }

    /// Adds a file, or a folder when the path ends in `/`.
    func add(_ path: String, size: Int64 = 100, modified: TreeEntry.Time? = nil) {
        var names = path.split(separator: "/").map(String.init)
        let file = path.hasSuffix("/") ? nil : names.popLast()
        addFolders(names)
        guard let file else { return }
        append(
            TreeEntry(
                path: names + [file],
                kind: .file,
                size: size,
                modified: modified,
                handle: next
            )
        )
    }

    /// Adds a file with what is in it.
    func add(_ path: String, holding bytes: [UInt8]) {
        add(path, size: Int64(bytes.count))
        contents[path.split(separator: "/").map(String.init)] = bytes
    }

    private func addFolders(_ names: [String]) {
        for count in names.indices.map({ $0 + 1 }) {
            let path = Array(names[..<count])
            if listings[path] == nil {
                append(TreeEntry(path: path, kind: .folder, handle: next))
                listings[path] = []
            }
        }
    }

    private func append(_ entry: TreeEntry) {
        listings[entry.path.dropLast(), default: []].append(entry)
        next += 1
    }

    private var isGone: Bool { listingsUntilGone.map { listed.count > $0 } ?? false }

    func entries(of folder: TreeEntry) throws(DeviceError) -> [TreeEntry] {
        listed.append(folder.path.joined(separator: "/"))
        if isGone {
            guard hidesItsAbsence else { throw .gone }
            return []
        }
        if let failure = failures[folder.path] { throw failure }
        guard let listing = listings[folder.path] else { throw .damaged("it is no folder") }
        return listing
    }

    func read(
        _ file: TreeEntry,
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(DeviceError) -> Int {
        if isGone { throw .gone }
        let bytes = contents[file.path] ?? []
        let rest = bytes.dropFirst(Int(clamping: offset)).prefix(buffer.count)
        buffer.copyBytes(from: rest)
        return rest.count
    }

    func checkPresence() throws(DeviceError) {
        presenceChecks += 1
        if isGone { throw .gone }
    }
}

extension Dictionary where Key == [String], Value == [TreeEntry] {
    fileprivate subscript(
        path: ArraySlice<String>,
        default empty: @autoclosure () -> [TreeEntry]
    ) -> [TreeEntry] {
        get { self[Array(path)] ?? empty() }
        set { self[Array(path)] = newValue }
    }
}
