/// The folders and files of a FAT volume.
///
/// What is remembered of the volume is bounded: a window of its table of clusters, the clusters of
/// the file that was read last, and who owns the clusters of folders.
package final class FATTree: ReadOnlyTree {
    /// The volume.
    package let volume: FATVolume
    package let root: TreeEntry

    private let table: FATTable
    private var layout: FATLayout { volume.layout }
    /// Which folder a cluster of folders belongs to, by the record of the folder's entry.
    ///
    /// A cluster that two folders claim would make a tree without end.
    private var owners: [UInt32: UInt64] = [:]
    private var chain: (handle: UInt64, size: Int64, chain: FATChain)?

    /// The most clusters of folders on a volume: at least four million entries.
    private static let ownerLimit = 262_144
    /// The deepest folder: paths of FAT are at most 260 letters long.
    private static let depthLimit = 130

    /// Makes the tree of a volume.
    package init(_ volume: FATVolume) {
        self.volume = volume
        table = FATTable(volume.source, volume.layout)
        root = TreeEntry(
            path: [],
            kind: .folder,
            handle: FATHandle(place: 0, cluster: volume.layout.rootCluster).number
        )
    }

    /// The name of the volume: the label in its root folder, or else that of its boot sector.
    ///
    /// - Throws: as `entries(of:)` of the root.
    package func label() throws(DeviceError) -> String? {
        try list(root).label ?? layout.label.map { FATShortName.text($0) }
    }

    package func entries(of folder: TreeEntry) throws(DeviceError) -> [TreeEntry] {
        try list(folder).entries
    }

    package func read(
        _ file: TreeEntry,
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(DeviceError) -> Int {
        guard file.kind == .file else { throw .damaged("\(file.shownPath) is a folder, no file") }
        guard offset >= 0, offset < file.size, !buffer.isEmpty else { return 0 }
        let wanted = min(Int64(buffer.count), file.size - offset)
        let index = offset / layout.clusterBytes
        let last = (offset + wanted - 1) / layout.clusterBytes
        let run = try naming(file) { () throws(DeviceError) -> FATChain.Run in
            try clusters(of: file, holding: index, upTo: last)
        }
        let skipped = offset - run.index * layout.clusterBytes
        let place = layout.start(ofCluster: run.cluster) + skipped
        let length = min(wanted, Int64(run.count) * layout.clusterBytes - skipped)
        let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<Int(length)])
        let count = try volume.source.read(at: place, into: part)
        guard count > 0 else {
            let cluster = Int64(run.cluster) + skipped / layout.clusterBytes
            throw .damaged(
                "\(file.shownPath): its cluster \(cluster) lies behind the end of the device"
            )
        }
        return count
    }

    package func checkPresence() throws(DeviceError) {
        try volume.source.checkPresence()
    }

    /// The run of a file's clusters, from the chain at hand or a new one.
    private func clusters(
        of file: TreeEntry,
        holding index: Int64,
        upTo last: Int64
    ) throws(DeviceError) -> FATChain.Run {
        // One that fails is not kept; it is found out anew, and fails in the same words.
        var current: FATChain
        if let chain, chain.handle == file.handle, chain.size == file.size {
            current = chain.chain
        } else {
            let needed = (file.size - 1) / layout.clusterBytes + 1
            current = FATChain(first: FATHandle(file.handle).cluster, needed: needed)
        }
        chain = nil
        let run = try current.run(holding: index, upTo: last, in: table, layout)
        chain = (file.handle, file.size, current)
        return run
    }

    private func list(_ folder: TreeEntry) throws(DeviceError) -> FATFolder {
        try naming(folder) { () throws(DeviceError) -> FATFolder in
            guard folder.kind == .folder else { throw .damaged("it is a file, no folder") }
            guard folder.path.count <= FATTree.depthLimit else {
                throw .damaged("it lies more than \(FATTree.depthLimit) folders deep")
            }
            var listing = FATFolder(path: folder.path, kind: layout.kind)
            if folder.path.isEmpty, layout.kind != .fat32 {
                let bytes = try volume.source.readBytes(
                    at: layout.rootStart,
                    count: Int(layout.rootBytes)
                )
                try listing.add(SectorBytes(bytes), at: layout.rootStart)
            } else {
                try follow(FATHandle(folder.handle), into: &listing)
            }
            return listing
        }
    }

    /// Reads the clusters of a folder until its last record or the end of its chain.
    private func follow(
        _ handle: FATHandle,
        into listing: inout FATFolder
    ) throws(DeviceError) {
        guard layout.isCluster(handle.cluster) else {
            throw .damaged("it begins in cluster \(handle.cluster), which is none")
        }
        var met: Set<UInt32> = []
        var next: UInt32? = handle.cluster
        while let cluster = next, !listing.isAtEnd {
            guard met.insert(cluster).inserted else {
                throw .damaged("its clusters run in a circle to \(cluster)")
            }
            try claim(cluster, for: handle)
            let start = layout.start(ofCluster: cluster)
            let bytes = try volume.source.readBytes(at: start, count: Int(layout.clusterBytes))
            guard bytes.count == Int(layout.clusterBytes) else {
                throw .damaged("its cluster \(cluster) lies behind the end of the device")
            }
            try listing.add(SectorBytes(bytes), at: start)
            if !listing.isAtEnd { next = try table.successor(of: cluster) }
        }
    }

    private func claim(_ cluster: UInt32, for handle: FATHandle) throws(DeviceError) {
        if let owner = owners[cluster] {
            guard owner == handle.record else {
                throw .damaged("its cluster \(cluster) belongs to another folder too")
            }
            return
        }
        guard owners.count < FATTree.ownerLimit else {
            throw .damaged("the volume has more than \(FATTree.ownerLimit) clusters of folders")
        }
        owners[cluster] = handle.record
    }

    /// Puts the name of a file or folder before what is damaged about it.
    private func naming<Result>(
        _ entry: TreeEntry,
        _ body: () throws(DeviceError) -> Result
    ) throws(DeviceError) -> Result {
        do throws(DeviceError) {
            return try body()
        } catch {
            guard case .damaged(let clause) = error else { throw error }
            throw .damaged("\(entry.shownPath): \(clause)")
        }
    }
}

extension TreeEntry {
    /// The path as people read it; the root is called by that word.
    fileprivate var shownPath: String {
        path.isEmpty ? "the root folder" : path.joined(separator: "/")
    }
}
