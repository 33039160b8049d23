import Devices
import Ingest
import Model

/// A file of a device as the pipeline reads it.
final class SessionContent: FileContent {
    private let session: DeviceSession
    private let entry: TreeEntry
    private let failed: (DeviceError) -> Void
    let modified: Instant?

    /// Takes a file that a search found.
    ///
    /// - Parameters:
    ///   - session: the open device.
    ///   - entry: the file.
    ///   - home: the zones in which the device's clock is read.
    ///   - failed: told why it cannot be read.
    init(
        _ session: DeviceSession,
        _ entry: TreeEntry,
        home: HomeZones,
        failed: @escaping (DeviceError) -> Void
    ) {
        self.failed = failed
        self.session = session
        self.entry = entry
        modified = entry.modified.map { $0.instant(home) }
    }

    var size: Int64 { entry.size }

    func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        do throws(DeviceError) {
            return try session.read(entry, at: offset, into: buffer)
        } catch {
            failed(error)
            throw ContentFailure(error)
        }
    }

    func isUnchanged() throws -> Bool {
        do throws(DeviceError) {
            return try session.isUnchanged(entry)
        } catch {
            failed(error)
            throw ContentFailure(error)
        }
    }
}

extension ContentFailure {
    /// What a device's failure means to an intake.
    fileprivate init(_ error: DeviceError) {
        switch error {
        case .gone, .stopped: self = .gone
        default: self = .unreadable(error.description)
        }
    }
}

extension TreeEntry.Time {
    /// The moment, with clocks on the wall read as those at home.
    fileprivate func instant(_ home: HomeZones) -> Instant {
        switch self {
        case .instant(let instant): instant
        case .wall(let time):
            home.start(of: time.day).advanced(by: Int64(time.millisecondOfDay))
        }
    }
}
