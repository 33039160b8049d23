import Devices

/// A hostile tree: each folder holds a file and itself, three times.
final class EndlessTree: ReadOnlyTree {
    let root = TreeEntry(path: [], kind: .folder, handle: 0)

    func entries(of folder: TreeEntry) throws(DeviceError) -> [TreeEntry] {
        [TreeEntry(path: folder.path + ["a.csv"], kind: .file, size: 1, handle: 1)]
            + ["b", "c", "d"].map {
                TreeEntry(path: folder.path + [$0], kind: .folder, handle: 0)
            }
    }

    func read(
        _ file: TreeEntry,
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(DeviceError) -> Int {
        0
    }

    func checkPresence() throws(DeviceError) {}
}
