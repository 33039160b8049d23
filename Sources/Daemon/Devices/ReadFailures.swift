import Devices
import Model
import Synchronization

/// Why files of a device could not be read.
///
/// A device that fails is told from a database that does by it: to the pipeline both are files that
/// wait. Called from any queue.
final class ReadFailures: Sendable {
    private let failures = Mutex<[DeviceFileKey: DeviceError]>([:])

    /// Notes why a file could not be read.
    func note(_ error: DeviceError, of key: DeviceFileKey) {
        failures.withLock { $0[key] = error }
    }

    /// Why a file could not be read; nothing when it could.
    func failure(of key: DeviceFileKey) -> DeviceError? {
        failures.withLock { $0[key] }
    }
}
