/// How much work may be in flight: the pipeline's answer to "full" (DESIGN "bounded").
///
/// A pure value. Files in work are limited by count and by bytes; a file larger than the whole
/// allowance runs alone. Files that wait are only names, and beyond the high mark the pipeline asks
/// its source to pause until the low mark is reached.
struct Admission: Sendable, Equatable {
    /// The files worked on at the same time: as many as there are cores.
    let width: Int
    /// The bytes of files worked on at the same time.
    let byteLimit: Int64
    /// Waiting files at which the source is asked to pause.
    let highMark: Int
    /// Waiting files at which it may go on.
    let lowMark: Int

    private(set) var filesInWork = 0
    private(set) var bytesInWork: Int64 = 0
    /// Whether the source has been asked to pause.
    private(set) var isPaused = false

    init(width: Int, byteLimit: Int64 = 128 << 20, highMark: Int = 1024, lowMark: Int = 128) {
        self.width = max(1, width)
        self.byteLimit = byteLimit
        self.highMark = highMark
        self.lowMark = lowMark
    }

    /// Whether a file of so many bytes may begin now.
    func admits(bytes: Int64) -> Bool {
        if filesInWork == 0 { return true }
        return filesInWork < width && bytes <= byteLimit - bytesInWork
    }

    /// Notes that a file begins.
    mutating func begin(bytes: Int64) {
        filesInWork += 1
        bytesInWork += max(0, bytes)
    }

    /// Notes that a file has ended, with the bytes it began with.
    mutating func end(bytes: Int64) {
        filesInWork -= 1
        bytesInWork -= max(0, bytes)
    }

    /// Looks at the number of waiting files; returns whether to pause or to resume, or nothing.
    mutating func pressure(waiting: Int) -> Pressure? {
        if !isPaused, waiting >= highMark {
            isPaused = true
            return .pause
        }
        if isPaused, waiting <= lowMark {
            isPaused = false
            return .resume
        }
        return nil
    }
}

/// What the pipeline asks of whoever feeds it.
package enum Pressure: Sendable, Equatable {
    /// Stop giving files; the pipeline is full.
    case pause
    /// Go on.
    case resume
}
