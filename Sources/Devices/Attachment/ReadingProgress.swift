/// How far the reading of one attachment is, and when it is to be tried again.
struct ReadingProgress: Hashable, Sendable {
    enum Stage: Hashable, Sendable {
        case untouched
        case working
        case done
        /// Ended early; nothing to wait for but an event.
        case resting(isForbidden: Bool)
        case waiting(until: Int64)
    }

    /// How long to wait after each failure that may pass by itself; then the last one for ever.
    private static let patient: [Int64] = [2_000, 5_000, 10_000, 30_000, 60_000, 300_000]
    /// The same for failures that mostly do not; then no more.
    private static let doubtful: [Int64] = [5_000, 30_000, 120_000]

    private(set) var stage = Stage.untouched
    private var failures = 0
    /// Whether it changed while it was read.
    private var hasNews = false

    /// Whether it is untouched, or failed: then another way to it is worth telling.
    var wantsNews: Bool { stage != .working && stage != .done }

    /// When to try again; nothing when only an event may change anything.
    var due: Int64? {
        if case .waiting(let moment) = stage { moment } else { nil }
    }

    /// Takes in that there is another way to it.
    mutating func news() {
        if stage == .working { hasNews = true }
    }

    /// Takes in how the reading went.
    ///
    /// - Returns: whether to try again at once.
    mutating func take(_ outcome: ReadingOutcome, at now: Int64) -> Bool {
        switch outcome {
        case .began:
            stage = .working
            hasNews = false
        case .read:
            stage = .done
            failures = 0
        case .failed(let error):
            stage = ReadingProgress.stage(after: error, failures: failures, at: now)
            failures = min(failures + 1, 1_000)
            defer { hasNews = false }
            return hasNews && error != .stopped
        }
        return false
    }

    /// Takes in that a reading was asked for once more; its outcome is awaited without a limit.
    mutating func tryAgain() {
        stage = .untouched
    }

    /// Takes in that udev spoke of the device again, so that a permission may be another.
    ///
    /// - Returns: whether to try again at once.
    mutating func deviceSpoke() -> Bool {
        guard stage == .resting(isForbidden: true) else { return false }
        stage = .untouched
        return true
    }

    private static func stage(
        after error: DeviceError,
        failures: Int,
        at now: Int64
    ) -> Stage {
        switch error {
        case .busy, .timedOut:
            let delay = patient[min(failures, patient.count - 1)]
            return .waiting(until: now &+ delay)
        // `gone` while it is still there: something else may have pretended so.
        case .damaged, .gone, .system:
            guard failures < doubtful.count else { return .resting(isForbidden: false) }
            return .waiting(until: now &+ doubtful[failures])
        case .notPermitted:
            return .resting(isForbidden: true)
        case .unsupported, .stopped:
            return .resting(isForbidden: false)
        }
    }
}
