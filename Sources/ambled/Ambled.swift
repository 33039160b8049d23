import ArgumentParser
import Daemon
import Dispatch
import FolderWatch
import LinuxSystem

/// The daemon's main: parse, check, run, one line on standard error, one status.
@main
struct Ambled: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ambled",
        abstract: "Watches folders for pedometer exports and keeps the days.",
        version: Version.text
    )

    @Option(name: .customLong("state"), help: "The folder of the database and the summary log.")
    var state: String?

    @Option(name: .customLong("config"), help: "The configuration file.")
    var config: String?

    @Option(name: .customLong("inbox"), help: "The folder to drop files into.")
    var inbox: String?

    @Flag(help: "Take what is there, and end.")
    var once = false

    @Flag(help: "Name every mistake in the configuration, and end.")
    var checkConfig = false

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            for line in failure.lines(program: "ambled") { StandardError.write(line: line) }
            ThisProcess.exit(failure.code.rawValue)
        } catch where exitCode(for: error) == .validationFailure {
            // One line, as for every other mistake; `--help` has the rest.
            StandardError.write(line: "ambled: \(message(for: error)) (see ambled --help)")
            ThisProcess.exit(Daemon.ExitCode.usage.rawValue)
        } catch {
            exit(withError: error)
        }
    }

    mutating func run() throws {
        Heap.share()
        DaemonLog.bootstrap(program: "ambled")
        let flags = Flags(state: state, config: config, inbox: inbox)
        if checkConfig {
            _ = try Household.load(flags: flags)
            return
        }
        if once { ThisProcess.exit(try takeOnce(flags).rawValue) }
        let service = try DaemonService(flags: flags)
        try service.start { @Sendable code in ThisProcess.exit(code.rawValue) }
        withExtendedLifetime(service) { dispatchMain() }
    }

    /// Takes what lies in the folders now; waits for nothing.
    private func takeOnce(_ flags: Flags) throws -> Daemon.ExitCode {
        let household = try Household.load(flags: flags)
        let run = try OneRun(household: household)
        defer { run.close() }
        return run.takeEverything()
    }
}
