import Glibc
@testable import LinuxSystem

/// A socket that receives datagrams, as systemd and the journal do.
final class Receiver {
    private let descriptor: FileDescriptor

    /// Listens at a path, or at an abstract name that begins with `@`.
    init(_ name: FilePath) throws {
        let raw = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        descriptor = FileDescriptor(owning: raw)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let isAbstract = name.bytes.first == UInt8(ascii: "@")
        let bytes = isAbstract ? [0] + name.bytes.dropFirst() : name.bytes + [0]
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(raw, $0, length) }
        }
        guard code == 0 else { throw SystemError.last("listen", name) }
    }

    /// The next datagram that has already come, or nothing.
    func next() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor.raw, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        return count < 0 ? nil : Array(buffer[..<count])
    }

    /// The next datagram as text.
    func nextText() -> String? { next().map { String(decoding: $0, as: UTF8.self) } }
}
