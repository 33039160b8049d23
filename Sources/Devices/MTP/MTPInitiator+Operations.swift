extension MTPInitiator {
    /// The most bytes of a dataset: what the lists of the largest devices need many times over.
    static let maximumDataset = 16 << 20
    /// The most objects of a folder that are read.
    static let maximumObjects = 100_000
    /// The most storages of a device that are read; real ones have one or two.
    static let maximumStorages = 64
    /// The parent that stands for the top of a storage (PIMA 15740:2000 §10.5.7).
    static let top = UInt32.max

    /// The storages of the device; none when it is locked.
    func storageIDs() throws(DeviceError) -> [UInt32] {
        try list(.getStorageIDs, [], limit: Self.maximumStorages)
    }

    /// The objects that lie in a folder of a storage, or at its top.
    func objectHandles(storage: UInt32, parent: UInt32) throws(DeviceError) -> [UInt32] {
        // The second parameter asks for objects of any format.
        try list(.getObjectHandles, [storage, 0, parent], limit: Self.maximumObjects)
    }

    /// The objects at the top of a storage.
    ///
    /// - Returns: the objects; nothing when the device does not know the top by its number, so that
    ///   all objects must be asked for and looked through.
    func objectHandlesAtTop(storage: UInt32) throws(DeviceError) -> [UInt32]? {
        let parameters = [storage, 0, Self.top]
        let reply = try perform(
            .getObjectHandles,
            parameters,
            dataLimit: Self.maximumDataset
        )
        if MTPResponseCode.ofUnknownParents.contains(reply.code) { return nil }
        return try list(reply, to: .getObjectHandles, limit: Self.maximumObjects)
    }

    /// What the device says of an object; nothing when it has no such object any more, or lists it
    /// and then fails to describe it.
    func objectInfo(_ handle: UInt32) throws(DeviceError) -> MTPObjectInfo? {
        let reply = try perform(.getObjectInfo, [handle], dataLimit: Self.maximumDataset)
        if reply.code == .invalidObjectHandle || reply.code == .generalError { return nil }
        guard reply.code == .okay else { throw refusal(.getObjectInfo, reply.code) }
        // The transfer was whole: a description that is cut off spoils this one object.
        return try? MTPObjectInfo(reply.data)
    }

    /// The whole content of an object, at most `limit` bytes.
    func object(_ handle: UInt32, limit: Int) throws(DeviceError) -> [UInt8] {
        let reply = try perform(.getObject, [handle], dataLimit: limit)
        guard reply.code == .okay else { throw refusal(.getObject, reply.code) }
        return reply.data
    }

    /// Some of an object's content; fewer bytes than asked for happen anywhere.
    ///
    /// - Parameters:
    ///   - handle: the object.
    ///   - offset: where to begin.
    ///   - count: how many bytes, at most 0x7FFFFFFF.
    /// - Returns: the bytes; nothing when the device hands out no parts, whatever it said before.
    /// - Throws: `damaged` when more comes than was asked for, and the errors of every operation.
    func partialObject(
        _ handle: UInt32,
        at offset: UInt32,
        count: Int
    ) throws(DeviceError) -> [UInt8]? {
        let parameters = [handle, offset, UInt32(clamping: count)]
        let reply = try perform(.getPartialObject, parameters, dataLimit: count)
        if reply.code == .operationNotSupported { return nil }
        guard reply.code == .okay else { throw refusal(.getPartialObject, reply.code) }
        return reply.data
    }

    private func list(
        _ operation: MTPOperation,
        _ parameters: [UInt32],
        limit: Int
    ) throws(DeviceError) -> [UInt32] {
        let reply = try perform(operation, parameters, dataLimit: Self.maximumDataset)
        return try list(reply, to: operation, limit: limit)
    }

    private func list(
        _ reply: MTPReply,
        to operation: MTPOperation,
        limit: Int
    ) throws(DeviceError) -> [UInt32] {
        guard reply.code == .okay else { throw refusal(operation, reply.code) }
        if reply.data.isEmpty { return [] }
        var reader = MTPReader(reply.data, of: operation.name)
        return try reader.array(of: UInt32.self, limit: limit)
    }

    /// The error for an answer that is no yes.
    func refusal(_ operation: MTPOperation, _ code: MTPResponseCode) -> DeviceError {
        switch code {
        case .accessDenied, .storeNotAvailable:
            return .unsupported(
                "the device does not let its files be read: unlock it, choose file transfer on it "
                    + "and plug it in again"
            )
        default:
            return .damaged(
                "the device refuses \(operation.name) with 0x\(code.rawValue.fourDigits)"
            )
        }
    }
}
