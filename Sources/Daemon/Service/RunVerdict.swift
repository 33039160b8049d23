import Ingest
import Model

/// The exit status of a run over several files: the gravest thing that happened.
struct RunVerdict: Hashable, Sendable {
    /// Whether a file that was refused in an earlier run counts again: it does for a person who
    /// names it, and not for a folder in which it still lies.
    let countsKnown: Bool
    private var isWrong = false
    private var isWaiting = false
    private var hasFailed = false

    /// Begins with nothing wrong.
    init(countsKnown: Bool) {
        self.countsKnown = countsKnown
    }

    /// Takes the fate of a file into account.
    mutating func add(_ result: IntakeResult) {
        switch result {
        case .recorded(let record):
            isWaiting = isWaiting || record.file.outcome == .waiting
            isWrong = isWrong || (countsKnown ? record.isWrong : record.isNewlyWrong)
        case .unfinished: isWaiting = true
        case .gone: isWrong = isWrong || countsKnown
        }
    }

    /// Takes a derivation into account.
    mutating func add(_ result: DeriveResult) {
        if case .failed = result { hasFailed = true }
    }

    /// 74 when the store failed, 65 when a file is wrong, 75 when one has to wait, else 0.
    var code: ExitCode {
        if hasFailed { return .inputOutput }
        if isWrong { return .wrongData }
        return isWaiting ? .tryAgain : .done
    }
}
