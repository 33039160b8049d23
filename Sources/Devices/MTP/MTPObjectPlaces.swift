/// Which folder each object was first seen in, so that a folder that claims to lie in itself, or in
/// two folders, is shown once and no walk through the tree goes in circles.
struct MTPObjectPlaces {
    /// Objects of a device that are kept track of; more are not read.
    private static let limit = MTPInitiator.maximumObjects

    private var folders: [UInt32: MTPPlace] = [:]

    /// Whether an object lies in a folder, by where it was first seen.
    ///
    /// - Throws: `unsupported` when the device has more objects than are kept track of.
    mutating func holds(_ object: UInt32, in folder: MTPPlace) throws(DeviceError) -> Bool {
        if let first = folders[object] { return first == folder }
        guard folders.count < Self.limit else {
            throw .unsupported(
                "the device shows more than \(Self.limit) files in the folders that are read: "
                    + "copy the exports to a watched folder instead"
            )
        }
        folders[object] = folder
        return true
    }
}
