extension MTPTree {
    /// The most bytes of one transfer out of a file.
    private static let chunkBytes: Int64 = 1 << 20
    /// The largest file that is taken whole from a device that hands out no parts.
    private static let maximumWholeBytes: Int64 = 64 << 20

    package func read(
        _ file: TreeEntry,
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(DeviceError) -> Int {
        guard file.kind == .file else {
            throw .damaged("\(file.name) is a folder and has no content")
        }
        guard file.size < Int64(MTPObjectInfo.unboundedSize) else {
            throw .unsupported(
                "\(file.name) has 4 GiB or more, as no tracker's export has; it is left alone"
            )
        }
        guard offset >= 0, offset < file.size, !buffer.isEmpty else { return 0 }
        if let count = contents.copy(file.handle, at: offset, into: buffer) { return count }
        if handsOutParts { try fetchPart(of: file, around: offset) }
        if !handsOutParts { try fetchWhole(file) }
        guard let count = contents.copy(file.handle, at: offset, into: buffer) else {
            throw .damaged("\(file.name) ends before byte \(offset) of the \(file.size) it shows")
        }
        return count
    }

    /// Fetches the chunk that holds a place of a file.
    private func fetchPart(of file: TreeEntry, around offset: Int64) throws(DeviceError) {
        let aligned = offset - offset % Self.chunkBytes
        // Where a device sent less than a chunk before, the next one goes on from there.
        let start = contents.endsPart(file.handle, at: offset) ? offset : aligned
        try fetchPart(of: file, from: start)
        if handsOutParts, start != offset, !contents.holds(file.handle, offset) {
            try fetchPart(of: file, from: offset)
        }
    }

    private func fetchPart(of file: TreeEntry, from start: Int64) throws(DeviceError) {
        let bytes = try initiator.partialObject(
            MTPPlace(handle: file.handle).object,
            at: UInt32(clamping: start),
            count: Int(min(Self.chunkBytes, file.size - start))
        )
        guard let bytes else {
            handsOutParts = false
            return
        }
        contents.keep(bytes, of: file.handle, from: start)
    }

    private func fetchWhole(_ file: TreeEntry) throws(DeviceError) {
        guard file.size <= Self.maximumWholeBytes else {
            throw .unsupported(
                "\(file.name) is larger than 64 MiB and the device hands out files only whole: "
                    + "copy it to a watched folder instead"
            )
        }
        contents.forget()
        let object = MTPPlace(handle: file.handle).object
        let bytes = try initiator.object(object, limit: Int(file.size))
        contents.keep(bytes, of: file.handle, from: 0)
    }
}
