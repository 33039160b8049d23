/// Where an entry of an MTP device lies: a storage and an object in it.
///
/// Packed into the handle of a `TreeEntry`: the storage in the upper half, the object in the lower,
/// which is 0xFFFFFFFF for the storage itself. 0 is the device.
struct MTPPlace: Hashable, Sendable {
    /// The storage's number.
    let storage: UInt32
    /// The object's handle, or `MTPInitiator.top`.
    let object: UInt32

    /// Makes a place.
    init(storage: UInt32, object: UInt32) {
        self.storage = storage
        self.object = object
    }

    /// The place that a handle packs.
    init(handle: UInt64) {
        storage = UInt32(truncatingIfNeeded: handle >> 32)
        object = UInt32(truncatingIfNeeded: handle)
    }

    /// The handle that packs the place.
    var handle: UInt64 { UInt64(storage) << 32 | UInt64(object) }
}
