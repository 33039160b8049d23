import Dispatch
import LinuxSystem

extension FolderWatcher {
    /// Takes in events, in the order in which they happened.
    func take(_ batch: [FolderEvent]) {
        dispatchPrecondition(condition: .onQueue(queue))
        guard isRunning else { return }
        var departed: [UInt32: FilePath] = [:]
        for event in batch {
            let now = MonotonicClock.milliseconds()
            switch event.change {
            case .overflow:
                note(tracker.surveyAll(.anew), now: now)
            case .folderGone, .folderMoved:
                note(tracker.folderIsGone(event), now: now)
            default:
                for folder in tracker.folders(of: event.mark) {
                    let path = event.name.isEmpty ? folder : folder.appending(event.name)
                    note(tracker.take(event, at: path), now: now)
                    if !event.isFolder { take(event, ofFile: path, &departed, now: now) }
                }
            }
        }
        // What left and did not come in elsewhere by now is gone.
        for path in departed.values { settling.forget(path) }
        turnSoon()
    }

    /// Takes in names that were found in a folder.
    func note(_ found: [FolderTracker.Found], now: Int64) {
        for file in found {
            guard file.wasToBeHeardOf, !settling.knows(file.path) else {
                settling.hear(.found, of: file.path, now: now)
                continue
            }
            // The event may still be on its way: it is judged when it is looked at.
            suspects.insert(file.path)
            settling.hear(.written, of: file.path, now: now)
        }
    }

    private func take(
        _ event: FolderEvent,
        ofFile path: FilePath,
        _ departed: inout [UInt32: FilePath],
        now: Int64
    ) {
        suspects.remove(path)
        if event.change == .movedIn, let old = departed.removeValue(forKey: event.cookie) {
            guard tracker.scope.folder(of: path) != nil else { return settling.forget(old) }
            return settling.rename(old, to: path, now: now)
        }
        guard tracker.scope.folder(of: path) != nil else { return }
        switch event.change {
        case .created, .written: settling.hear(.written, of: path, now: now)
        case .closed, .movedIn: settling.hear(.closed, of: path, now: now)
        case .attributes: settling.hear(.attributes, of: path, now: now)
        case .movedOut: departed[event.cookie] = path
        case .removed: settling.forget(path)
        case .folderGone, .folderMoved, .overflow: break
        }
    }
}
