import Dispatch
import Glibc
import LinuxSystem
import Synchronization

/// A socket that hears what a service tells its manager (sd_notify(3)).
///
/// It listens all the time, as a manager does: one that does not holds its services up.
final class ServiceManager: @unchecked Sendable {
    // @unchecked: the source is made in init and only cancelled afterwards, which any thread may.
    private let heard = Mutex<[String]>([])
    private let source: any DispatchSourceRead

    /// Listens at a path.
    init(_ path: FilePath) throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.bytes + [0]) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length)
            }
        }
        guard code == 0 else { throw SystemError.last("listen", path) }
        let queue = DispatchQueue(label: "amble.test.manager")
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler { @Sendable [weak self] in self?.receive(from: descriptor) }
        source.setCancelHandler { @Sendable in close(descriptor) }
        source.activate()
    }

    /// Everything heard so far.
    var messages: [String] { heard.withLock { $0 } }

    private func receive(from descriptor: Int32) {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            guard count >= 0 else { return }
            let message = String(decoding: buffer[..<count], as: UTF8.self)
            heard.withLock { $0.append(message) }
        }
    }

    deinit {
        source.cancel()
    }
}
