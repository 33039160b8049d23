@testable import Devices
import TestSupport
import Testing

extension FakeMTPDevice {
    /// Opens the tree of the device with its own clock.
    func open(isStopped: @escaping () -> Bool = { false }) throws -> MTPTree {
        let endpoints = try #require(
            MTPEndpoints(of: [Self.outputEndpoint, Self.inputEndpoint, Self.eventEndpoint])
        )
        return try MTPTree.open(
            self,
            endpoints: endpoints,
            interfaceNumber: 0,
            timing: timing,
            isStopped: isStopped
        )
    }

    /// A watch with two folders, an empty file, and one of exactly so many packets.
    static func watch() -> FakeMTPDevice {
        let device = FakeMTPDevice()
        device.objects = [
            .folder(1, "GARMIN"),
            .folder(2, in: 1, "Activity"),
            .file(3, in: 2, "A.FIT", bytes: 1500),
            .file(4, in: 2, "EMPTY.FIT", bytes: 0),
            .file(5, in: 2, "PACKETS.FIT", bytes: 2 * 512 - 12),
            .file(6, in: 2, "WHOLE.FIT", bytes: 1024),
        ]
        return device
    }

    /// The true content of an object.
    func content(_ handle: UInt32) -> [UInt8] {
        objects.first { $0.handle == handle }?.content ?? []
    }

    /// Whether everything on a watch reads as it is.
    func readsWhole() throws -> Bool {
        let tree = try open()
        let files = try tree.walk().filter { $0.kind == .file }
        let isWhole = try files.allSatisfy {
            try tree.content(of: $0) == content(MTPPlace(handle: $0.handle).object)
        }
        tree.close()
        return isWhole && files.count == 4
    }
}

extension MTPTree {
    /// The entry at a path below the first storage.
    func entry(_ names: String...) throws -> TreeEntry {
        var entry = try #require(try entries(of: root).first)
        for name in names {
            entry = try #require(try entries(of: entry).first { $0.name == name })
        }
        return entry
    }

    /// A whole file, read so many bytes at a time.
    func content(of file: TreeEntry, step: Int = 65_536) throws -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: step)
        while true {
            let offset = Int64(all.count)
            let count = try buffer.withUnsafeMutableBytes { try read(file, at: offset, into: $0) }
            guard count > 0 else { return all }
            all += buffer[..<count]
        }
    }

    /// Every entry below the root, in the order of a walk.
    func walk() throws -> [TreeEntry] {
        var found: [TreeEntry] = []
        var open = [root]
        while let folder = open.popLast() {
            let inside = try entries(of: folder)
            found += inside
            open += inside.filter { $0.kind == .folder }
        }
        return found
    }
}
