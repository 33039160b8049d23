import Glibc
import Model
import TestSupport
import Testing

/// Whatever moment `ambled` is killed at, a last clean start ends with the days of a clean import.
@Suite(.serialized)
struct KillTests {
    /// `make torture` asks for 200 moments; the suite takes a share.
    private static let moments =
        Int(getenv("AMBLE_TORTURE").map { String(cString: $0) } ?? "") ?? 12

    @Test func `a daemon killed at any moment loses nothing and doubles nothing`() throws {
        let files = Self.files()
        let clean = try TestHome()
        for (name, text) in files { clean.drop(name, text) }
        let began = Self.milliseconds()
        try clean.once()
        // How long the whole takes on this machine, so that the moments fall into it on any.
        let length = Int32(max(20, Self.milliseconds() - began))
        let expected = try clean.derived()
        #expect(expected.contains("\"walks\":[{"))

        let home = try TestHome()
        for (name, text) in files { home.drop(name, text) }
        home.age()
        var generator = SeededGenerator(seed: 2026)
        var amidst = 0
        for moment in 0..<Self.moments {
            // Every third time the daemon itself, which looks at a folder for a moment first.
            let watches = moment % 3 == 0
            let daemon = try home.start("ambled", watches ? [] : ["--once"])
            let shift: Int32 = watches ? 100 : 0
            Self.wait(milliseconds: shift + Int32.random(in: 0...length, using: &generator))
            daemon.send(SIGKILL)
            let end = daemon.finish()
            #expect(end.signal == SIGKILL || (!watches && end.status == 0), "\(end.errors)")
            let taken = try Self.filesTaken(home)
            if (1..<files.count).contains(taken) { amidst += 1 }
            if taken == files.count { Self.forget(home.state) }
        }
        #expect(amidst * 6 >= Self.moments, "only \(amidst) kills fell into the intake")
        let last = try home.once()
        #expect(last.status == 0, "\(last.errors)")
        #expect(try home.derived() == expected)
        let log = Program.text(home.state + "/summary.log")
        #expect(log == Program.text(clean.state + "/summary.log"))
    }

    /// Many small files, some overlapping, with a few tracks among them.
    private static func files() -> [(String, String)] {
        let day = CivilDay(iso: "2026-11-01") ?? CivilDay(daysSinceEpoch: 0)
        var exports = InventedExports(seed: 7)
        let minutes = exports.minutes(from: day, days: 14)
        var files: [(String, String)] = []
        for start in stride(from: 0, to: minutes.count, by: 15) {
            let piece = minutes[start..<min(minutes.count, start + 20)]
            files.append(("steps-\(start).csv", InventedExports.csv(piece)))
        }
        for shift in 0..<4 {
            let start = Instant(
                seconds: Int64(day.advanced(by: shift * 3).daysSinceEpoch) * 86_400 + 50_000
            )
            files.append(("walk-\(shift).gpx", InventedExports.gpx(from: start, seconds: 900)))
        }
        return files
    }

    /// How many files the ledger holds after a kill, as a copy of the state folder tells: reading the
    /// folder itself would mend what the next start shall find.
    private static func filesTaken(_ home: TestHome) throws -> Int {
        let copy = home.folder + "/copy"
        _ = try Program(path: "/bin/rm", ["-rf", copy], folder: home.folder).finish()
        _ = try Program(path: "/bin/cp", ["-r", home.state, copy], folder: home.folder).finish()
        let folder = home.folder + "/looks"
        mkdir(folder, 0o700)
        let looked = try Program(
            "amble",
            ["files", "--json", "--state", copy, "--inbox", home.inbox],
            environment: home.environment,
            folder: folder
        ).finish()
        return looked.output.split(separator: "\n").count
    }

    private static func forget(_ state: String) {
        for name in ["amble.db", "amble.db-wal", "amble.db-shm", "summary.log", "summary.jsonl"] {
            unlink(state + "/" + name)
        }
    }

    private static func milliseconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }

    /// Lets a moment pass: the moment of the kill is the input of this test, not a wait for
    /// something.
    private static func wait(milliseconds: Int32) {
        poll(nil, 0, milliseconds)
    }
}
