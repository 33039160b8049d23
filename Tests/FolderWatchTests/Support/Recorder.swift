import Dispatch
import FolderWatch
import Glibc
import LinuxSystem

/// Writes down what a watcher has to say.
final class Recorder: @unchecked Sendable {
    // @unchecked: everything that changes is touched only on `queue`.

    private let queue = DispatchQueue(label: "amble.tests.recorder")
    private var deliveries: [[SettledFile]] = []
    private var told: [FolderTrouble] = []
    private var armings = 0

    /// The callbacks that write down, and call on when something settles.
    func events(_ onSettled: @escaping @Sendable () -> Void = {}) -> FolderWatcher.Events {
        FolderWatcher.Events(
            settled: { files in
                self.queue.sync { self.deliveries.append(files) }
                onSettled()
            },
            armed: { self.queue.sync { self.armings += 1 } },
            trouble: { trouble in self.queue.sync { self.told.append(trouble) } }
        )
    }

    var batches: [[SettledFile]] { queue.sync { deliveries } }
    var files: [SettledFile] { batches.flatMap { $0 } }
    var troubles: [FolderTrouble] { queue.sync { told } }
    var armedCount: Int { queue.sync { armings } }

    /// The names of the settled files, in the order in which they came.
    var names: [String] { files.map(\.path.name) }
}
