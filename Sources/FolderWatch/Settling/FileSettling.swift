import LinuxSystem

/// Decides when a file is settled: a pure state machine that is told what was heard and seen.
///
/// A file is settled
/// - at its closing after writing, or when it was moved in, unless it is written to again before it
///   is looked at (a little later, so that several closings become one);
/// - otherwise when size, time and inode were the same for `WatchTiming.settle`: as seen from here,
///   or by its time of change when nobody was heard writing and the clock can be trusted.
///
/// What follows from that:
/// - a copy in chunks, or a file that grows, waits as long as it changes and is taken once at its
///   closing; when its writer rests with the file open, it is taken, and again when it has grown;
/// - renamed while it waits, it goes on waiting under its new name; removed, it is forgotten;
/// - replaced by another inode of the same size and time, it is another file and waits anew;
/// - a time of change in the future says nothing; steps of the clock change nothing, since waiting
///   goes by the monotonic clock;
/// - one version of a file is settled once, until it is heard of being written or is asked for
///   again. Versions are remembered when a file vanishes, so that a folder that comes back brings
///   nothing twice: memory is one entry a file seen.
///
/// The machine does not look at files: whoever drives it takes the paths that are due, looks, and
/// tells what was found. All times `now` are milliseconds of the monotonic clock.
struct FileSettling: Sendable {
    /// What was heard of a file.
    enum Cue: Hashable, Sendable {
        /// It stands in a folder that was looked into.
        case found
        /// It was made or written to.
        case written
        /// It was closed after writing, or moved in.
        case closed
        /// Its permissions, owner or times were set.
        case attributes
    }

    /// What comes of looking at a file.
    enum Verdict: Hashable, Sendable {
        /// It is complete, and known to be unchanged for so many milliseconds.
        case settled(unchangedMilliseconds: Int64)
        /// It will be due again.
        case waits
        /// It is gone, or this version of it was settled before.
        case nothingNew
    }

    private struct Waiting {
        /// What was seen when it was last looked at, and when that was.
        var version: FileVersion?
        var looked = Int64.min
        /// When it was last known to change.
        var changed: Int64
        /// When it is to be looked at; nothing while somebody looks.
        var due: Int64?
        var isClosed = false
        var isWritten = false
        var isAskedFor = false

        mutating func hasten(to time: Int64) {
            due = min(due ?? time, time)
        }
    }

    private let timing: WatchTiming
    private var waiting: [FilePath: Waiting] = [:]
    private var settled: [FilePath: FileVersion] = [:]

    /// Makes a machine that knows no file.
    init(timing: WatchTiming) {
        self.timing = timing
    }

    /// When a file is next to be looked at, or nothing when none waits.
    ///
    /// Complexity: O(n) of those waiting.
    var nextDue: Int64? { waiting.values.lazy.compactMap(\.due).min() }

    /// Whether the file was ever settled or waits to be.
    func knows(_ path: FilePath) -> Bool { waiting[path] != nil || settled[path] != nil }

    /// Takes in what was heard of a file.
    mutating func hear(_ cue: Cue, of path: FilePath, now: Int64) {
        var file = waiting[path] ?? Waiting(changed: now)
        switch cue {
        case .found:
            file.due = file.due ?? now
        case .written:
            file.changed = now
            file.isWritten = true
            file.isClosed = false
            file.hasten(to: now + timing.settle)
        case .closed:
            file.isClosed = true
            file.hasten(to: now + timing.debounce)
        case .attributes:
            file.hasten(to: now + timing.debounce)
        }
        waiting[path] = file
    }

    /// Takes in that a file has another name.
    ///
    /// One that was being written goes on waiting; any other is as if moved in.
    mutating func rename(_ path: FilePath, to target: FilePath, now: Int64) {
        guard let file = waiting.removeValue(forKey: path), file.isWritten, !file.isClosed else {
            return hear(.closed, of: target, now: now)
        }
        waiting[target] = file
        waiting[target]?.hasten(to: file.changed + timing.settle)
    }

    /// Takes in that a file is gone.
    mutating func forget(_ path: FilePath) {
        waiting[path] = nil
    }

    /// Has a file settle again after a while, changed or not; sooner when it is heard of.
    mutating func ask(for path: FilePath, afterMilliseconds delay: Int64, now: Int64) {
        var file = waiting[path] ?? Waiting(changed: now)
        file.isAskedFor = true
        let (due, overflow) = now.addingReportingOverflow(max(0, delay))
        file.hasten(to: overflow ? .max : due)
        waiting[path] = file
    }

    /// Takes the files that are to be looked at by now, ordered by path.
    mutating func takeDue(now: Int64) -> [FilePath] {
        var paths: [FilePath] = []
        for (path, file) in waiting {
            if let due = file.due, due <= now { paths.append(path) }
        }
        for path in paths { waiting[path]?.due = nil }
        return paths.sorted()
    }

    /// Takes in what was seen of a file, and decides.
    ///
    /// - Parameters:
    ///   - path: the file that was looked at.
    ///   - seen: its version; nothing when there is no such regular file.
    ///   - now: the monotonic clock.
    ///   - wall: the clock that wrote its time of change, milliseconds since 1970; nothing where
    ///     another machine's clock did.
    /// - Returns: what to do with it.
    mutating func look(
        at path: FilePath,
        seen: FileVersion?,
        now: Int64,
        wall: Int64?
    ) -> Verdict {
        guard var file = waiting.removeValue(forKey: path), let seen else { return .nothingNew }
        if settled[path] == seen, !file.isWritten, !file.isAskedFor { return .nothingNew }
        // A change that was heard of happened when it was heard; any other, as late as now.
        let wasHeard = file.isWritten && file.changed >= file.looked
        if !wasHeard, let before = file.version ?? settled[path], seen.mayDiffer(from: before) {
            file.changed = now
        }
        file.looked = now
        file.version = seen
        let unchanged = unchangedMilliseconds(file, seen, now: now, wall: wall)
        guard file.isClosed || unchanged >= timing.settle else {
            file.hasten(to: file.changed + timing.settle)
            waiting[path] = file
            return .waits
        }
        settled[path] = seen
        return .settled(unchangedMilliseconds: unchanged)
    }

    private func unchangedMilliseconds(
        _ file: Waiting,
        _ seen: FileVersion,
        now: Int64,
        wall: Int64?
    ) -> Int64 {
        let observed = max(0, now - file.changed)
        guard !file.isWritten, let wall, let age = seen.age(at: wall) else { return observed }
        return max(observed, age)
    }
}
