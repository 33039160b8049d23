import Dispatch
import LinuxSystem

extension FolderWatcher {
    private static let batchSize = 64

    /// Has the next turn come as soon as the queue is free, so that `pause` can come between.
    func turnSoon() {
        dispatchPrecondition(condition: .onQueue(queue))
        guard isRunning, !isPaused, !isTurnComing else { return }
        isTurnComing = true
        queue.async { [weak self] in
            self?.isTurnComing = false
            self?.turn()
        }
    }

    /// Does what is due, delivers one batch, and sets the timer for what comes next.
    func turn() {
        dispatchPrecondition(condition: .onQueue(queue))
        guard isRunning, !isPaused else { return }
        lookIntoFolders(now: MonotonicClock.milliseconds())
        if ready.isEmpty {
            ready = settling.takeDue(now: MonotonicClock.milliseconds()).reversed()
        }
        deliver()
        if ready.isEmpty { setTimer() } else { turnSoon() }
    }

    private func lookIntoFolders(now: Int64) {
        if now >= nextListing {
            // What happened by now must not look as if nobody had told.
            source.drain()
            note(tracker.surveyAll(.check), now: now)
            nextListing = now + timing.listing
            nextPoll = now + timing.poll
        } else if now >= nextPoll {
            if tracker.hasPolled { note(tracker.poll(), now: now) }
            nextPoll = now + timing.poll
        }
    }

    private func deliver() {
        var batch: [SettledFile] = []
        let paths = ready.suffix(FolderWatcher.batchSize)
        ready.removeLast(paths.count)
        for path in paths.reversed() {
            if let file = look(at: path) { batch.append(file) }
        }
        if !batch.isEmpty { events.settled(batch) }
    }

    private func look(at path: FilePath) -> SettledFile? {
        let status = status(of: path)
        let kind = status.map { tracker.fileSystem(of: $0.device) } ?? .local
        // Where another machine's clock wrote the time, only what was seen from here counts.
        let wall = kind == .local ? WallClock.system.milliseconds() : nil
        let verdict = settling.look(
            at: path,
            seen: status.map { FileVersion($0, on: kind) },
            now: MonotonicClock.milliseconds(),
            wall: wall
        )
        if suspects.remove(path) != nil, status != nil { tracker.mistrustEvents(at: path) }
        guard case .settled(let unchanged) = verdict, let status,
            let folder = tracker.scope.folder(of: path)
        else { return nil }
        return SettledFile(
            path: path,
            size: status.size,
            modifiedMilliseconds: status.modifiedMilliseconds,
            unchangedMilliseconds: unchanged,
            tag: folder.tag
        )
    }

    /// The status of a regular file; nothing when there is none, or it cannot be looked at.
    private func status(of path: FilePath) -> FileStatus? {
        do throws(SystemError) {
            let status = try FileStatus.of(path)
            return status.kind == .regular ? status : nil
        } catch {
            if !error.isMissing { tracker.tell(.cannotLook(error)) }
            return nil
        }
    }

    /// Wakes for the next file, or with much leeway for the next look into folders.
    private func setTimer() {
        let now = MonotonicClock.milliseconds()
        let folders = tracker.hasPolled ? min(nextPoll, nextListing) : nextListing
        let wait: Int64
        let leeway: Int64
        if let due = settling.nextDue, due <= folders {
            (wait, leeway) = (due - now, 20)
        } else {
            (wait, leeway) = (folders - now, (folders - now) / 10)
        }
        timer.schedule(
            deadline: .now() + .milliseconds(Int(max(0, wait))),
            leeway: .milliseconds(Int(max(1, leeway)))
        )
    }
}
