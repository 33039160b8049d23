import ArgumentParser
import Daemon
import LinuxSystem

/// What a person types.
///
/// `main` is a page: parse, run, one line on standard error, one status.
@main
struct Amble: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amble",
        abstract: "Your walks, out of what your tracker wrote down.",
        discussion: """
            Drop pedometer exports (CSV, GPX) into the inbox folder while the daemon runs, or take \
            them with "amble import". Then "amble" shows the day.
            """,
        version: Version.text,
        subcommands: [
            Today.self, Week.self, Month.self, Days.self, Walks.self, Why.self, Plan.self,
            Pain.self, ReportFlag.self, Walked.self, Moves.self, Import.self, Inspect.self,
            Files.self, Devices.self, Log.self, Rebuild.self, Export.self,
        ],
        defaultSubcommand: Today.self
    )

    static func main() {
        ThisProcess.takeFileLimitsAsErrors()
        DaemonLog.bootstrap(command: "amble")
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            for line in failure.lines(program: "amble") { StandardError.write(line: line) }
            leave(failure.code)
        } catch let mistake where exitCode(for: mistake) == .validationFailure {
            // One line, as for every other mistake; `--help` has the rest.
            StandardError.write(line: "amble: \(message(for: mistake)) (see amble --help)")
            leave(.usage)
        } catch {
            exit(withError: error)
        }
    }
}
