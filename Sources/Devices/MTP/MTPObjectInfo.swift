/// What a device says of a folder or file: the ObjectInfo dataset.
///
/// PIMA 15740:2000 §5.5.2, MTP 1.1 §5.3.1.
struct MTPObjectInfo: Hashable, Sendable {
    /// The format of folders, which the standard calls associations.
    static let association: UInt16 = 0x3001
    /// The size that stands for "more than fits into 32 bits".
    static let unboundedSize = UInt32.max

    /// The storage that it lies in.
    let storage: UInt32
    /// The code of its format.
    let format: UInt16
    /// Its length in bytes, or `unboundedSize`.
    let compressedSize: UInt32
    /// The folder that it lies in; 0 or 0xFFFFFFFF at the top of a storage.
    let parent: UInt32
    /// Its name as the device writes it.
    let name: String
    /// When it was last changed; nothing where the device does not say or says it in another form.
    let modified: TreeEntry.Time?

    /// Reads an ObjectInfo dataset.
    ///
    /// - Throws: `damaged` when it ends before the name does.
    init(_ dataset: [UInt8]) throws(DeviceError) {
        var reader = MTPReader(dataset, of: "ObjectInfo")
        storage = try reader.uint32()
        format = try reader.uint16()
        try reader.skip(2)  // Protection.
        compressedSize = try reader.uint32()
        try reader.skip(2 + 4 + 4 + 4)  // Format, size, width and height of a thumbnail.
        try reader.skip(4 + 4 + 4)  // Width, height and depth of a picture.
        parent = try reader.uint32()
        try reader.skip(2 + 4 + 4)  // Kind and description of a folder, number in a sequence.
        name = try reader.string()
        _ = try reader.stringIfPresent()  // When it was captured.
        modified = MTPDateTime.time(try reader.stringIfPresent())
    }

    /// Whether it lies at the top of its storage.
    var isAtTop: Bool { parent == 0 || parent == MTPInitiator.top }
    /// Whether it is a folder.
    var isFolder: Bool { format == Self.association }
}
