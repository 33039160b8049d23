/// Folders and files of a device, to be looked at and never changed: the one seam behind which a FAT
/// volume, an MTP storage and a mounted file system look the same.
///
/// There is no way to write through it. One queue at a time owns a tree; calls block. Every number
/// that comes from the device is checked before it is used, so that a hostile device can end a
/// reading with an error but never crash it, hold it up for ever or take unbounded memory.
package protocol ReadOnlyTree: AnyObject {
    /// The folder that everything else lies in.
    var root: TreeEntry { get }

    /// What lies in a folder, in the device's order; deleted entries, volume labels, `.` and `..`
    /// left out.
    ///
    /// - Throws: `gone` when the device went away, `damaged` when the folder is no folder any more.
    func entries(of folder: TreeEntry) throws(DeviceError) -> [TreeEntry]

    /// Reads from a place in a file.
    ///
    /// - Returns: how many bytes were read; fewer than asked for happens anywhere, 0 only at the end.
    /// - Throws: `gone` when the device went away, `damaged` when the file's chain ends before its
    ///   size or leads astray.
    func read(
        _ file: TreeEntry,
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(DeviceError) -> Int

    /// Makes sure that the device is still there.
    ///
    /// A mount whose device was pulled out shows an empty folder and no error (so do not believe "no
    /// files" before this was asked).
    ///
    /// - Throws: `gone`.
    func checkPresence() throws(DeviceError)
}
