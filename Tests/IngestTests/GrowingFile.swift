import Dispatch
import Glibc
import LinuxSystem
import Synchronization

/// A file to which somebody appends as fast as they can, until they are told to stop.
final class GrowingFile: Sendable {
    private let isStopped = Mutex(false)
    private let end = DispatchSemaphore(value: 0)

    /// Begins, and returns once the file grows.
    init(_ path: FilePath) throws {
        let file = try FileDescriptor.open(path, [.write, .append])
        let begin = DispatchSemaphore(value: 0)
        DispatchQueue(label: "amble.test.growing").async { @Sendable [self] in
            var written = 0
            while !isStopped.withLock({ $0 }) {
                try? file.writeAll(Array("x".utf8))
                written += 1
                if written == 1 { begin.signal() }
            }
            end.signal()
        }
        begin.wait()
    }

    /// Ends, and returns once nothing is written any more.
    func stop() {
        isStopped.withLock { $0 = true }
        end.wait()
    }
}
