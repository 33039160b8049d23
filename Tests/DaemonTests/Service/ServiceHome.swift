import Glibc
import Ingest
import LinuxSystem
import Logging
import Model
import Synchronization
import TestSupport

@testable import Daemon

/// A person's machine in a temporary folder, for the parts of the daemon inside this process.
final class ServiceHome {
    let folder: FilePath
    /// What the clock shows.
    var now = "2026-11-21T12:00:00Z"
    /// The name of the system's zone.
    var zone = "Europe/Oslo"
    /// Whether trackers are read; off, since those of the machine that runs the tests are nobody's
    /// business.
    var readsDevices = false

    init(_ configuration: String = "") throws {
        var template = Array("/tmp/amble-service-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemError.last("make the folder") }
        folder = FilePath(bytes: template.dropLast().map(UInt8.init(bitPattern:)))
        configure(configuration)
        try Folder.make(inbox, mode: 0o700)
    }

    var inbox: FilePath { folder.appending("inbox") }
    var state: FilePath { folder.appending("state") }

    /// Writes the configuration anew.
    func configure(_ text: String) {
        TestHome.write(Array(text.utf8), to: folder.appending("amble.toml").shown)
    }

    /// The household as it is set now.
    func household() throws -> Household {
        try Household.load(
            flags: Flags(state: "state", config: "amble.toml", inbox: "inbox"),
            in: LaunchSituation(
                home: folder,
                current: folder,
                now: now,
                systemZone: zone,
                variable: { [readsDevices] name in
                    name == "AMBLE_DEVICES" && !readsDevices ? FilePath("off") : nil
                }
            )
        )
    }

    /// The household with its folders, open for writing.
    func workshop(log: Logger = .silent) throws -> Workshop {
        let household = try household()
        try household.makeFolders()
        return try Workshop(household, log: log)
    }

    /// Writes a file into the inbox.
    @discardableResult
    func drop(_ name: String, _ text: String) -> FilePath {
        let path = inbox.appending(name)
        TestHome.write(Array(text.utf8), to: path.shown)
        return path
    }

    /// Takes all that lies in the folders, as `ambled --once` does.
    @discardableResult
    func once() throws -> ExitCode {
        let run = try OneRun(household: household())
        defer { run.close() }
        return run.takeEverything()
    }

    /// The lines of the daily log.
    var told: [String] {
        Program.text(state.appending("summary.log").shown).split(separator: "\n").map(String.init)
    }

    deinit {
        _ = try? Program(path: "/bin/rm", ["-rf", folder.shown], folder: "/tmp").finish()
    }
}

extension Logger {
    /// A log that nobody reads.
    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}

/// A log whose lines a test reads.
final class HeardLog: Sendable {
    private let heard = Mutex<[String]>([])

    var lines: [String] { heard.withLock { $0 } }

    var logger: Logger {
        Logger(label: "test") { _ in
            DaemonLogHandler(
                program: "test",
                level: .info,
                way: .plain(write: { @Sendable [self] line in
                    heard.withLock { $0.append(line) }
                })
            )
        }
    }
}

/// A generic CSV with 100 steps in each of so many minutes of a date, from 10:00 UTC on.
func walk(_ minutes: Int, on date: String) -> String {
    let day = CivilDay(iso: date) ?? CivilDay(daysSinceEpoch: 0)
    let start = Int64(day.daysSinceEpoch) * 86_400 + 36_000
    return (0..<minutes).reduce(into: "timestamp,steps\n") { text, minute in
        text += "\(InventedExports.iso(Instant(seconds: start + Int64(minute) * 60))),100\n"
    }
}

/// A file as intake records it.
func record(
    _ outcome: FileOutcome,
    path: String = "/inbox/a.csv",
    isNew: Bool = true,
    problems: [Problem] = []
) -> IntakeRecord {
    let file = SeenFile(
        path: Array(path.utf8),
        person: "me",
        bytes: 1,
        outcome: outcome,
        problems: ProblemList(problems),
        seen: Instant(seconds: 0)
    )
    return IntakeRecord(file: file, changedDays: false, isNew: isNew)
}
