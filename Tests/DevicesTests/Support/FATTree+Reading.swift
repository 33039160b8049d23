import Devices

extension FATTree {
    /// Opens the volume of an image.
    convenience init(_ image: FATImage) throws(DeviceError) {
        self.init(try FATVolume(image.blocks()))
    }

    /// The entry of a path such as `GARMIN/A.FIT`; nothing when there is none.
    func entry(_ path: String) throws(DeviceError) -> TreeEntry? {
        var entry = root
        for name in path.split(separator: "/") {
            guard let next = try entries(of: entry).first(where: { $0.name == name }) else {
                return nil
            }
            entry = next
        }
        return entry
    }

    /// The names in a folder.
    func names(_ path: String = "") throws(DeviceError) -> [String] {
        guard let folder = try entry(path) else { return [] }
        return try entries(of: folder).map(\.name)
    }

    /// The whole of a file, so many bytes at once; nothing when there is none.
    func content(_ path: String, chunk: Int = 65_536) throws(DeviceError) -> [UInt8]? {
        guard let file = try entry(path) else { return nil }
        return try content(of: file, chunk: chunk, limit: .max)
    }

    /// The first bytes of a file.
    func content(of file: TreeEntry, chunk: Int, limit: Int) throws(DeviceError) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
        defer { buffer.deallocate() }
        var content: [UInt8] = []
        while content.count < limit {
            let length = min(chunk, limit - content.count)
            let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<length])
            let count = try read(file, at: Int64(content.count), into: part)
            if count == 0 { return content }
            content += buffer[..<count]
        }
        return content
    }

    /// What is wrong with a file or folder; nothing when it can be read.
    func damage(_ path: String) -> String? {
        do throws(DeviceError) {
            guard let entry = try entry(path) else { return "no \(path)" }
            if entry.kind == .folder {
                _ = try entries(of: entry)
            } else {
                _ = try content(path)
            }
            return nil
        } catch {
            guard case .damaged(let clause) = error else { return "\(error)" }
            return clause
        }
    }
}

/// Bytes that differ from place to place, so that mixed-up clusters show.
func pattern(_ count: Int, seed: Int = 0) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: ($0 &* 31 &+ $0 / 256 &* 7 &+ seed) % 251) }
}
