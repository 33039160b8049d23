/// The storages of an MTP device as one tree, each of them a folder at its top.
///
/// A session is open as long as the tree lives; `close` ends it. The folders that were listed stay
/// in memory, so a tree shows the device as it was when it was first looked at. One queue at a time
/// owns a tree; calls block.
package final class MTPTree: ReadOnlyTree {
    /// Folders in folders that are followed; a Garmin has four.
    private static let maximumDepth = 32
    /// Entries of listed folders that are kept.
    private static let maximumKeptEntries = 10_000

    /// Who the device says that it is.
    package let device: MTPDeviceInfo
    package let root = TreeEntry(path: [], kind: .folder, handle: 0)

    let initiator: MTPInitiator
    var contents = MTPContentCache()
    /// Whether the device hands out parts of files.
    var handsOutParts: Bool
    private var places = MTPObjectPlaces()
    private var listed: [UInt64: [TreeEntry]] = [:]
    private var keptEntries = 0

    private init(_ initiator: MTPInitiator, device: MTPDeviceInfo) {
        self.initiator = initiator
        self.device = device
        handsOutParts = device.offers(.getPartialObject)
    }

    /// Opens a session with a device.
    ///
    /// - Parameters:
    ///   - connection: the device with its MTP interface claimed.
    ///   - endpoints: those of the interface.
    ///   - interfaceNumber: the interface's number, which requests to break off and reset name.
    ///   - timing: how long the device gets for what.
    ///   - isStopped: asked between packets and waits; once it says yes, calls throw `stopped`.
    /// - Returns: the tree, with its session open.
    /// - Throws: `gone`, `timedOut`, `damaged`, `busy` when the device itself says so for some
    ///   seconds, `unsupported` when it refuses, `stopped`.
    package static func open(
        _ connection: any USBConnection,
        endpoints: MTPEndpoints,
        interfaceNumber: UInt8,
        timing: MTPTiming = MTPTiming(),
        isStopped: @escaping () -> Bool
    ) throws(DeviceError) -> MTPTree {
        let initiator = MTPInitiator(
            connection,
            endpoints: endpoints,
            interfaceNumber: interfaceNumber,
            timing: timing,
            isStopped: isStopped
        )
        do throws(DeviceError) {
            return MTPTree(initiator, device: try initiator.start())
        } catch {
            initiator.close()
            throw error
        }
    }

    /// Ends the session; never fails, and does nothing the second time.
    package func close() { initiator.close() }

    package func entries(of folder: TreeEntry) throws(DeviceError) -> [TreeEntry] {
        guard folder.kind == .folder else {
            throw .damaged("\(folder.name) is a file and holds nothing")
        }
        if let known = listed[folder.handle] { return known }
        guard folder.path.count <= Self.maximumDepth else {
            throw .damaged("folders lie in folders more than \(Self.maximumDepth) deep")
        }
        let entries = folder.handle == root.handle ? try storages() : try objects(in: folder)
        keep(entries, of: folder)
        return entries
    }

    package func checkPresence() throws(DeviceError) {
        do throws(DeviceError) {
            _ = try initiator.storageIDs()
        } catch {
            switch error {
            case .gone, .timedOut: throw .gone
            case .stopped: throw .stopped
            // It answered, if only with a refusal.
            default: return
            }
        }
    }

    /// The storages, named by their order, since none of the operations asks for their names.
    private func storages() throws(DeviceError) -> [TreeEntry] {
        var seen: Set<UInt32> = []
        var entries: [TreeEntry] = []
        for storage in try initiator.storageIDs() {
            // A lower half of 0 is a slot without a card (PIMA 15740:2000 §5.4.1).
            guard storage & 0xFFFF != 0, storage != .max, seen.insert(storage).inserted else {
                continue
            }
            entries.append(
                TreeEntry(
                    path: ["Storage \(seen.count)"],
                    kind: .folder,
                    handle: MTPPlace(storage: storage, object: MTPInitiator.top).handle
                )
            )
        }
        return entries
    }

    private func objects(in folder: TreeEntry) throws(DeviceError) -> [TreeEntry] {
        let place = MTPPlace(handle: folder.handle)
        let (handles, areAll) = try handles(in: place)
        var seen: Set<UInt32> = []
        var entries: [TreeEntry] = []
        var undescribed = 0
        for handle in handles where handle != 0 && handle != MTPInitiator.top {
            guard seen.insert(handle).inserted else { continue }
            if !areAll {
                guard try places.holds(handle, in: place) else { continue }
            }
            guard let info = try initiator.objectInfo(handle) else {
                undescribed += 1
                continue
            }
            if areAll {
                guard info.isAtTop, try places.holds(handle, in: place) else { continue }
            }
            guard info.name != ".", info.name != ".." else { continue }
            entries.append(entry(of: handle, info, in: folder))
        }
        // One bad object holds up no other, but a folder full of them must not look empty.
        guard !entries.isEmpty || undescribed == 0 else {
            throw .damaged("\(folder.name) lists \(undescribed) files and describes none of them")
        }
        return entries
    }

    /// What is listed for a folder, and whether it is all of the storage instead, folders in folders
    /// too: of a device that does not know the top by its number.
    private func handles(
        in place: MTPPlace
    ) throws(DeviceError) -> (handles: [UInt32], areAll: Bool) {
        guard place.object == MTPInitiator.top else {
            let handles = try initiator.objectHandles(
                storage: place.storage,
                parent: place.object
            )
            return (handles, false)
        }
        if let handles = try initiator.objectHandlesAtTop(storage: place.storage) {
            return (handles, false)
        }
        // The parent 0 leaves out the parameter (PIMA 15740:2000 §10.5.7).
        return (try initiator.objectHandles(storage: place.storage, parent: 0), true)
    }

    private func entry(
        of handle: UInt32,
        _ info: MTPObjectInfo,
        in folder: TreeEntry
    ) -> TreeEntry {
        let storage = MTPPlace(handle: folder.handle).storage
        return TreeEntry(
            path: folder.path + [Self.shown(info.name)],
            kind: info.isFolder ? .folder : .file,
            size: info.isFolder ? 0 : Int64(info.compressedSize),
            modified: info.modified,
            handle: MTPPlace(storage: storage, object: handle).handle
        )
    }

    /// A name that can stand in a path: what would end or cut it, and no name at all, is U+FFFD.
    private static func shown(_ name: String) -> String {
        let replacement: Unicode.Scalar = "\u{FFFD}"
        guard !name.isEmpty else { return String(replacement) }
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            scalars.append(scalar == "/" || scalar == "\0" ? replacement : scalar)
        }
        return String(scalars)
    }

    /// Keeps a listing; an empty one is asked for again, since a device may be unlocked later.
    private func keep(_ entries: [TreeEntry], of folder: TreeEntry) {
        guard !entries.isEmpty, entries.count <= Self.maximumKeptEntries - keptEntries else {
            return
        }
        keptEntries += entries.count
        listed[folder.handle] = entries
    }
}
