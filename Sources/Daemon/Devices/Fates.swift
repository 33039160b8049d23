import Ingest
import Synchronization

/// What became of files, gathered from whatever queue says so.
final class Fates: Sendable {
    private let gathered = Mutex<[(IncomingFile, IntakeResult)]>([])

    /// Adds the fate of a file.
    func add(_ file: IncomingFile, _ fate: IntakeResult) {
        gathered.withLock { $0.append((file, fate)) }
    }

    /// All fates so far, in the order in which they came.
    var all: [(IncomingFile, IntakeResult)] { gathered.withLock { $0 } }
}
