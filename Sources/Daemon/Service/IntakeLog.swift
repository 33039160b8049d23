import Ingest
import LinuxSystem
import Logging
import Model
import Summary

/// Says in the log what became of each file: once when it is taken, once for each distinct trouble.
struct IntakeLog {
    private let log: Logger
    private var trouble = RepeatedTrouble()

    init(_ log: Logger) {
        self.log = log
    }

    /// Logs the fate of a file; the same trouble again is only counted.
    mutating func note(_ result: IntakeResult) {
        guard case .recorded(let record) = result else { return }
        let file = record.file
        switch file.outcome {
        case .known: return
        case .taken where record.isNew:
            log.info(
                "A file was taken",
                metadata: [
                    "ingest.file": "\(file.shownPath)", "ingest.readings": "\(file.readings)",
                ]
            )
        case .taken: return
        case .partly, .refused, .waiting: warn(of: file)
        }
    }

    private mutating func warn(of file: SeenFile) {
        let name = file.shownPath.escapingControlCharacters
        let first = file.problems.first.first.map { ProblemWords.line($0, in: name) } ?? name
        guard trouble.note("\(file.outcome.rawValue) \(first)") else { return }
        let more = file.problems.count - 1
        log.warning(
            "\(Self.word(for: file.outcome)): \(first)\(more > 0 ? " (and \(more) more)" : "")"
        )
    }

    private static func word(for outcome: FileOutcome) -> String {
        switch outcome {
        case .partly: "taken in part"
        case .refused: "refused"
        default: "waiting"
        }
    }
}
