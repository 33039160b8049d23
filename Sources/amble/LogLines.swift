import Daemon
import LinuxSystem

/// The lines of the daily log's files, as `amble log` reads them.
struct LogLines {
    let path: FilePath

    /// All whole lines; none when nothing was ever told.
    func all() throws -> [String] {
        do {
            let bytes = try File.read(path, limit: 256 << 20)
            return bytes.split(separator: UInt8(ascii: "\n")).map {
                String(decoding: $0, as: UTF8.self)
            }
        } catch  where error.isMissing {
            return []
        } catch {
            throw Failure(error)
        }
    }

    /// Calls with each line that is appended from now on; goes on until the process ends.
    ///
    /// A log that is rotated away is followed under its name.
    func follow(_ body: (String) -> Void) throws {
        var offset = (try? FileStatus.of(path, followLinks: true))?.size ?? 0
        var inode = (try? FileStatus.of(path, followLinks: true))?.inode
        while true {
            ThisProcess.pause(milliseconds: 500)
            guard let status = try? FileStatus.of(path, followLinks: true) else { continue }
            if status.inode != inode || status.size < offset {
                inode = status.inode
                offset = 0
            }
            guard status.size > offset else { continue }
            offset += try tell(from: offset, body)
        }
    }

    /// Calls with the whole lines after an offset; returns their length.
    private func tell(from offset: Int64, _ body: (String) -> Void) throws -> Int64 {
        let file = try FileDescriptor.open(path, [.read])
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = try buffer.withUnsafeMutableBytes { bytes throws(SystemError) in
            try file.read(at: Int(offset), into: bytes)
        }
        let newline = UInt8(ascii: "\n")
        guard let end = buffer[..<count].lastIndex(of: newline) else { return 0 }
        for line in buffer[..<end].split(separator: newline) {
            body(String(decoding: line, as: UTF8.self))
        }
        return Int64(end + 1)
    }
}
