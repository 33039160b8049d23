import Daemon
import Dispatch
import LinuxSystem

/// The daemon's main: read the words, run, one line on standard error, one status.
@main
enum Ambled {
    static func main() {
        ThisProcess.takeFileLimitsAsErrors()
        do {
            try run(DaemonArguments(Array(CommandLine.arguments.dropFirst())))
        } catch {
            let failure = error as? Failure ?? Failure(.internalError, "\(error)")
            for line in failure.lines(program: "ambled") { StandardError.write(line: line) }
            ThisProcess.exit(failure.code.rawValue)
        }
    }

    private static func run(_ arguments: DaemonArguments) throws {
        switch arguments.task {
        case .help: try print(DaemonArguments.help)
        case .version: try print(Version.text + "\n")
        case .checkConfiguration: _ = try Household.load(flags: arguments.flags)
        case .once: ThisProcess.exit(try takeOnce(arguments.flags).rawValue)
        case .watch: try watch(arguments.flags)
        }
    }

    private static func print(_ text: String) throws {
        StandardOutput.write(text)
        try StandardOutput.flush()
    }

    /// Takes what lies in the folders now; waits for nothing.
    private static func takeOnce(_ flags: Flags) throws -> ExitCode {
        prepare()
        let run = try OneRun(household: Household.load(flags: flags))
        defer { run.close() }
        return run.takeEverything()
    }

    private static func watch(_ flags: Flags) throws {
        prepare()
        let service = try DaemonService(flags: flags)
        try service.start { @Sendable code in ThisProcess.exit(code.rawValue) }
        withExtendedLifetime(service) { dispatchMain() }
    }

    private static func prepare() {
        Heap.keepBetweenBatches()
        DaemonLog.bootstrap(program: "ambled")
    }
}
