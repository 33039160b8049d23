import Glibc

/// Where datagrams go on this machine: a socket in the file system, or an abstract one (`@name`),
/// as unix(7) has them.
struct DatagramAddress: Hashable, Sendable {
    private let name: [UInt8]

    /// Makes an address; nothing when it is neither absolute nor abstract, or too long.
    init?(_ text: FilePath) {
        let isAbstract = text.bytes.first == UInt8(ascii: "@")
        guard text.isAbsolute || isAbstract, text.bytes.count < DatagramAddress.capacity else {
            return nil
        }
        name = isAbstract ? [0] + text.bytes.dropFirst() : text.bytes
    }

    /// Sends one datagram; waits two seconds at most when the receiver's queue is full.
    func send(_ bytes: [UInt8]) throws(SystemError) {
        let raw = try retrying("open a socket") {
            socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        }
        let connection = FileDescriptor(owning: raw)
        var patience = timeval(tv_sec: 2, tv_usec: 0)
        setsockopt(
            raw,
            SOL_SOCKET,
            SO_SNDTIMEO,
            &patience,
            socklen_t(MemoryLayout<timeval>.size)
        )
        _ = try retrying("send a message") {
            withSocketAddress { address, length in
                sendto(raw, bytes, bytes.count, Int32(MSG_NOSIGNAL), address, length)
            }
        }
        // The descriptor must outlive the sending.
        withExtendedLifetime(connection) {}
    }

    private static let capacity = MemoryLayout.size(ofValue: sockaddr_un().sun_path)

    /// The length counts: an abstract name has no end mark.
    private func withSocketAddress<Result>(
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let end = name.first == 0 ? 0 : 1
        let length = MemoryLayout<sa_family_t>.size + name.count + end
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(length))
            }
        }
    }
}
