import Glibc
import Synchronization

/// Gathers output for a descriptor, and remembers what went wrong until somebody asks.
final class OutputBuffer: Sendable {
    private struct State {
        var bytes: [UInt8] = []
        var failure: SystemError?
    }

    private static let capacity = 65_536
    private let descriptor: Int32
    private let state = Mutex(State())

    /// Makes a buffer for a descriptor that stays its owner's.
    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Adds text; it is written when enough has gathered.
    func write(_ text: String) {
        state.withLock { state in
            state.bytes += text.utf8
            if state.bytes.count >= OutputBuffer.capacity { drain(&state) }
        }
    }

    /// Writes what was gathered.
    ///
    /// - Throws: the first failure since the last call.
    func flush() throws(SystemError) {
        let failure = state.withLock { state -> SystemError? in
            drain(&state)
            defer { state.failure = nil }
            return state.failure
        }
        if let failure { throw failure }
    }

    /// Writes at once, past the buffer.
    ///
    /// - Returns: what went wrong, or nothing.
    @discardableResult
    static func writeNow(_ bytes: [UInt8], to descriptor: Int32) -> SystemError? {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count >= 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                } else if errno != EINTR {
                    return SystemError.last("write to", FilePath("standard output"))
                }
            }
            return nil
        }
    }

    private func drain(_ state: inout State) {
        guard !state.bytes.isEmpty else { return }
        let failure = OutputBuffer.writeNow(state.bytes, to: descriptor)
        state.bytes.removeAll(keepingCapacity: true)
        guard let failure else { return }
        if failure.code == EPIPE { endQuietly() }
        state.failure = state.failure ?? failure
    }

    /// Ends as the shell expects of a program whose reader went away: by SIGPIPE itself.
    private func endQuietly() {
        signal(SIGPIPE, SIG_DFL)
        raise(SIGPIPE)
        _exit(0)
    }
}
