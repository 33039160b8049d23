import Glibc
import LinuxSystem
import Model

/// A mounted file system as a tree: only its regular files and folders, never a link, never another
/// file system that is mounted inside.
///
/// While it lives it keeps the mount from being unmounted, so it should live no longer than a
/// reading. Entries are numbered as they are listed; a handle means nothing to another tree.
package final class MountedTree: ReadOnlyTree {
    /// How to find an entry again, since the text of its path may have lost bytes.
    private struct Place {
        let parent: UInt64
        let name: [UInt8]
    }

    /// So that a file system without an end cannot take all memory.
    private static let entryLimit = 500_000
    private static let depthLimit = 64

    /// `O_NOATIME` of asm-generic/fcntl.h, which x86-64 and arm64 share.
    ///
    /// Glibc shows it only to those who ask for GNU's extensions, as Swift does not.
    private static let keepsAccessTime: Int32 = 0o1_000_000

    package let root = TreeEntry(path: [], kind: .folder, handle: 0)

    private let volume: MountedVolume
    private let currentMounts: () -> MountTable?
    private let folder: FileDescriptor
    private var places: [Place] = [Place(parent: 0, name: [])]
    private var numbers: [UInt64: [[UInt8]: UInt64]] = [:]
    private var opened: (handle: UInt64, file: FileDescriptor)?

    /// Opens the root of a mounted volume.
    ///
    /// - Parameters:
    ///   - volume: where it is mounted.
    ///   - currentMounts: how to learn what is mounted now; nothing when that fails.
    /// - Throws: `gone` when something else is mounted there by now, `notPermitted` when this user
    ///   may not look into it.
    package init(
        _ volume: MountedVolume,
        currentMounts: @escaping () -> MountTable? = { try? MountTable.current() }
    ) throws(DeviceError) {
        self.volume = volume
        self.currentMounts = currentMounts
        do {
            folder = try FileDescriptor.open(volume.folder, [.folder, .noFollow, .nonBlocking])
            let status = try folder.status()
            guard DeviceNumber(statusDevice: status.device) == volume.device else {
                throw DeviceError.gone
            }
        } catch let error as SystemError {
            throw DeviceError(error, node: volume.folder)
        } catch {
            throw .gone
        }
    }

    package func entries(of folder: TreeEntry) throws(DeviceError) -> [TreeEntry] {
        guard folder.kind == .folder else { throw .damaged("\(folder.name) is no folder") }
        guard folder.path.count < MountedTree.depthLimit else {
            throw .damaged("the folders are more than \(MountedTree.depthLimit) deep")
        }
        do {
            let descriptor = try open(folder.handle, [.folder])
            let path = MountedTree.path(of: descriptor)
            let names = try Folder.entries(path).map(\.name)
            var found: [TreeEntry] = []
            for name in names {
                // What vanishes meanwhile is no entry.
                guard let status = try? FileStatus.of(path.appending(name)) else { continue }
                if let entry = try entry(name, status, in: folder) { found.append(entry) }
            }
            return found
        } catch let error as DeviceError {
            throw error
        } catch {
            throw failure(error)
        }
    }

    package func read(
        _ file: TreeEntry,
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(DeviceError) -> Int {
        guard let offset = Int(exactly: offset), offset >= 0 else { return 0 }
        do {
            if opened?.handle != file.handle {
                opened = (file.handle, try open(file.handle, []))
            }
            return try opened?.file.read(at: offset, into: buffer) ?? 0
        } catch {
            throw failure(error)
        }
    }

    package func checkPresence() throws(DeviceError) {
        // A pulled plug leaves the mount in the table; only sysfs loses the device.
        guard let number = try? File.read(volume.syspath.appending("dev"), limit: 64),
            DeviceNumber(MountedTree.line(number)) == volume.block,
            let mounts = currentMounts()?.mounts,
            mounts.contains(where: { $0.device == volume.device && $0.folder == volume.folder }),
            let status = try? FileStatus.of(volume.folder),
            DeviceNumber(statusDevice: status.device) == volume.device
        else { throw .gone }
    }

    private func entry(
        _ name: [UInt8],
        _ status: FileStatus,
        in folder: TreeEntry
    ) throws(DeviceError) -> TreeEntry? {
        guard DeviceNumber(statusDevice: status.device) == volume.device,
            status.kind == .regular || status.kind == .folder
        else { return nil }
        return TreeEntry(
            path: folder.path + [String(decoding: name, as: UTF8.self)],
            kind: status.kind == .folder ? .folder : .file,
            size: status.kind == .folder ? 0 : max(status.size, 0),
            modified: .instant(Instant(milliseconds: status.modifiedMilliseconds)),
            handle: try number(name, in: folder.handle)
        )
    }

    /// The number of an entry; the same entry keeps its number when it is listed again.
    private func number(_ name: [UInt8], in folder: UInt64) throws(DeviceError) -> UInt64 {
        if let known = numbers[folder]?[name] { return known }
        guard places.count < MountedTree.entryLimit else {
            throw .damaged("there are more than \(MountedTree.entryLimit) files and folders")
        }
        let number = UInt64(places.count)
        places.append(Place(parent: folder, name: name))
        numbers[folder, default: [:]][name] = number
        return number
    }

    /// Opens an entry name by name from the root, so that no link is followed on the way.
    private func open(_ handle: UInt64, _ options: OpenOptions) throws -> FileDescriptor {
        var names: [[UInt8]] = []
        var current = handle
        while current != 0 {
            guard let index = Int(exactly: current), index < places.count else {
                throw DeviceError.damaged("an entry of another listing was asked for")
            }
            names.append(places[index].name)
            // A parent is numbered before what stands in it, so this ends at the root.
            current = places[index].parent
        }
        var descriptor = folder
        for (depth, name) in names.reversed().enumerated() {
            let isLast = depth == names.count - 1
            descriptor = try MountedTree.openUntouched(
                MountedTree.path(of: descriptor).appending(name),
                (isLast ? options : [.folder]).union([.noFollow, .nonBlocking])
            )
            let status = try descriptor.status()
            guard DeviceNumber(statusDevice: status.device) == volume.device else {
                throw DeviceError.gone
            }
            let isFolder = !isLast || options.contains(.folder)
            guard status.kind == (isFolder ? .folder : .regular) else {
                throw DeviceError.damaged("an entry is of another kind than when it was listed")
            }
        }
        return descriptor
    }

    /// Opens for reading so that the time of the last access, which the kernel would write to the
    /// device, stays as it is.
    ///
    /// Only the owner of a file may ask for that (open(2), `O_NOATIME`); others leave the time to how
    /// the device was mounted.
    private static func openUntouched(
        _ path: FilePath,
        _ options: OpenOptions
    ) throws(SystemError) -> FileDescriptor {
        do throws(SystemError) {
            let untouched = options.union(OpenOptions(rawValue: keepsAccessTime))
            return try FileDescriptor.open(path, untouched)
        } catch {
            guard error.code == EPERM else { throw error }
            return try FileDescriptor.open(path, options)
        }
    }

    /// The name under which the kernel shows what is open, to go on from there (proc(5)).
    private static func path(of descriptor: FileDescriptor) -> FilePath {
        FilePath("/proc/self/fd/\(descriptor.raw)")
    }

    private static func line(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    private func failure(_ error: any Error) -> DeviceError {
        if let error = error as? DeviceError { return error }
        guard let error = error as? SystemError else { return .gone }
        // A yanked mount says that names are missing (USB.md §4).
        return DeviceError(error, node: volume.folder)
    }
}

extension MountedTree: SingleEntryTree {
    package func stillShows(_ entry: TreeEntry) throws(DeviceError) -> Bool {
        guard let index = Int(exactly: entry.handle), index > 0, index < places.count else {
            return entry == root
        }
        let place = places[index]
        let folder = TreeEntry(
            path: Array(entry.path.dropLast()),
            kind: .folder,
            handle: place.parent
        )
        do {
            let descriptor = try open(folder.handle, [.folder])
            // The name under /proc is one only while the folder is open.
            return try withExtendedLifetime(descriptor) {
                let path = MountedTree.path(of: descriptor)
                let status = try FileStatus.of(path.appending(place.name))
                return try self.entry(place.name, status, in: folder) == entry
            }
        } catch let error as SystemError where error.isMissing {
            return false
        } catch {
            throw failure(error)
        }
    }
}
