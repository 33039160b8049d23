import Daemon
import LinuxSystem

/// Ends the program with a status of the one table.
func leave(_ code: ExitCode) -> Never {
    ThisProcess.exit(code.rawValue)
}

/// Ends a command as its errand ended; goes on when all is well.
func conclude(_ outcome: Errand.Outcome) throws {
    guard outcome.code != .done else { return }
    if !outcome.sentence.isEmpty { throw Failure(outcome.code, outcome.sentence) }
    leave(outcome.code)
}
