/// A folder or file of a fake device.
package struct FakeMTPObject {
    /// Its handle.
    package var handle: UInt32
    /// The folder that it lies in; 0xFFFFFFFF at the top.
    package var parent: UInt32
    /// Its name.
    package var name: String
    /// Nothing for a folder.
    package var content: [UInt8]?
    /// When it was changed, as the standard writes it.
    package var modified = ""
    /// When it was captured, likewise.
    package var captured = ""
    /// The size that ObjectInfo says instead of the true one.
    package var shownSize: UInt32?

    /// Makes an object; a folder without content.
    package init(handle: UInt32, parent: UInt32 = .max, name: String, content: [UInt8]? = nil) {
        self.handle = handle
        self.parent = parent
        self.name = name
        self.content = content
    }

    /// A file of so many bytes that differ with the handle.
    package static func file(
        _ handle: UInt32,
        in parent: UInt32 = .max,
        _ name: String,
        bytes: Int
    ) -> FakeMTPObject {
        var generator = SeededGenerator(seed: UInt64(handle))
        let content = (0..<bytes).map { _ in UInt8.random(in: 0...255, using: &generator) }
        return FakeMTPObject(handle: handle, parent: parent, name: name, content: content)
    }

    /// A folder.
    package static func folder(
        _ handle: UInt32,
        in parent: UInt32 = .max,
        _ name: String
    ) -> FakeMTPObject {
        FakeMTPObject(handle: handle, parent: parent, name: name, content: nil)
    }

    /// The ObjectInfo dataset, field by field as the standard lists them.
    package func dataset(storage: UInt32) -> [UInt8] {
        var bytes = MTPBytes()
        bytes.add(storage)
        bytes.add(content == nil ? UInt16(0x3001) : UInt16(0x3000))
        bytes.add(UInt16(0))
        bytes.add(shownSize ?? UInt32(content?.count ?? 0))
        bytes.add(UInt16(0))
        for _ in 0..<6 { bytes.add(UInt32(0)) }
        bytes.add(parent == .max ? UInt32(0) : parent)
        bytes.add(UInt16(0))
        for _ in 0..<2 { bytes.add(UInt32(0)) }
        bytes.add(name)
        bytes.add(captured)
        bytes.add(modified)
        bytes.add("")
        return bytes.all
    }
}
