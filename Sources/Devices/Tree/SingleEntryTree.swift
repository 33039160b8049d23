/// A tree that looks at one entry again without listing its folder.
///
/// A tracker keeps years of files in one folder; a listing for each of them would cost more than
/// reading them.
package protocol SingleEntryTree: ReadOnlyTree {
    /// Whether an entry of an earlier listing is still there with the same size and time.
    ///
    /// It is asked of the device, never of what the tree remembers.
    ///
    /// - Throws: `gone` when the device went away.
    func stillShows(_ entry: TreeEntry) throws(DeviceError) -> Bool
}
