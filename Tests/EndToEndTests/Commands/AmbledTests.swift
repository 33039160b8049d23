import Glibc
import LinuxSystem
import TestSupport
import Testing

/// The daemon's program from outside (COMMANDS.md §2 and §3).
struct AmbledTests {
    @Test func `what is kept about a person is for that person alone`() throws {
        let home = try SmallDay.home()
        #expect(try FileStatus.of(FilePath(home.state)).mode == 0o700)
        for name in ["amble.db", "summary.log", "summary.jsonl", "ambled.lock"] {
            #expect(try FileStatus.of(FilePath(home.state + "/" + name)).mode == 0o600, "\(name)")
        }
    }

    @Test func `without a word the folders lie in the person's home, and are made`() throws {
        let home = try TestHome()
        let run = try Program(
            "ambled",
            ["--once"],
            environment: home.environment,
            folder: home.folder
        ).finish()
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        for path in ["/Walks", "/.local/state/amble"] {
            #expect(try FileStatus.of(FilePath(home.folder + path)).mode == 0o700, "\(path)")
        }
        #expect(access(home.folder + "/.config", F_OK) != 0)
    }

    @Test func `as a system service everything lies in the folders of the service`() throws {
        let home = try TestHome()
        mkdir(home.folder + "/service", 0o700)
        home.environment["STATE_DIRECTORY"] = home.folder + "/service"
        home.environment["CONFIGURATION_DIRECTORY"] = home.folder + "/etc"
        let run = try Program(
            "ambled",
            ["--once"],
            environment: home.environment,
            folder: home.folder
        ).finish()
        #expect(run.status == 0, "\(run.errors)")
        #expect(access(home.folder + "/service/inbox", F_OK) == 0)
        #expect(access(home.folder + "/service/amble.db", F_OK) == 0)
        #expect(access(home.folder + "/Walks", F_OK) != 0)
    }

    @Test func `one run takes what is there, whole or broken off, and tells the days`() throws {
        let home = try TestHome()
        home.drop("day.csv", SmallDay.csv)
        home.drop("cut.csv", String(SmallDay.csv.dropLast(10)))
        let run = try home.once()
        #expect(run.status == 65 && run.output.isEmpty)
        #expect(run.errors.contains("notice: 2026-11-20 Fri  10 min of 90"), "\(run.errors)")
        let files = try home.run("amble", ["files", "--json", "--refused"])
        #expect(files.output.contains(#""line":12,"#), "\(files.output)")
    }

    @Test func `lines for the journal bear its priorities`() throws {
        let home = try TestHome()
        home.environment["JOURNAL_STREAM"] = "1:1"
        home.drop("day.csv", SmallDay.csv)
        let run = try home.once()
        #expect(run.errorLines.count == 1)
        #expect(run.errors.hasPrefix("<5>2026-11-20 Fri  10 min of 90 "), "\(run.errors)")
    }

    @Test func `nothing in a watched folder is touched`() throws {
        let home = try SmallDay.home()
        let before = try FileStatus.of(FilePath(home.inbox + "/day.csv"))
        try home.once()
        #expect(try FileStatus.of(FilePath(home.inbox + "/day.csv")) == before)
        #expect(try Folder.entries(FilePath(home.inbox)).count == 1)
    }

    @Test func `commands that come at once take their turns`() throws {
        let home = try TestHome()
        let imports = try (0..<4).map { number in
            let path = home.folder + "/\(number).csv"
            TestHome.write(
                Array(PageTests.walk(10, on: "2026-11-1\(number)").utf8),
                to: path
            )
            return try home.start("amble", ["import", path])
        }
        for running in imports {
            let run = running.finish()
            #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        }
        let days = try home.run("amble", ["days", "--json", "--to", "2026-11-13"])
        #expect(days.lines.filter { $0.contains(#""steps":1000,"#) }.count == 4)
    }

    @Test func `an import speaks of all its files, whosever they are`() throws {
        let home = try TestHome()
        mkdir(home.inbox + "/anna", 0o700)
        TestHome.write(
            Array("[[folder]]\npath = \"\(home.inbox)/anna\"\nperson = \"anna\"\n".utf8),
            to: home.folder + "/amble.toml"
        )
        home.drop("day.csv", SmallDay.csv)
        TestHome.write(
            Array(PageTests.walk(10, on: "2026-11-18").utf8),
            to: home.inbox + "/anna/a.csv"
        )
        let run = try home.run("amble", ["import", "--json", home.inbox])
        #expect(run.status == 0 && run.lines.count == 2, "\(run.output)\(run.errors)")
        let mine = try home.run("amble", ["days", "--json", "--to", "2026-11-20"]).lines
        #expect(mine.count == 1 && mine[0].contains(#""steps":1040,"#), "\(mine)")
        let hers = try home.run("amble", ["walks", "--json", "--person", "anna"]).lines
        #expect(hers.count == 1 && hers[0].contains(#""date":"2026-11-18""#), "\(hers)")
    }

    @Test func `a command hands its files to the daemon at work, and shows what it said`() throws {
        let home = try TestHome()
        let daemon = try home.start("ambled", [])
        #expect(eventually { !Program.text(home.state + "/ambled.lock").isEmpty })
        TestHome.write(Array(SmallDay.csv.utf8), to: home.folder + "/day.csv")
        TestHome.write(Array("Dear all,\n".utf8), to: home.folder + "/letter.csv")
        let taken = try home.run("amble", ["import", "--json", home.folder + "/day.csv"])
        #expect(
            taken.status == 0 && taken.output.contains(#""outcome":"taken""#),
            "\(taken.errors)"
        )
        let days = try home.run("amble", ["days", "--json", "--to", "2026-11-20"])
        #expect(days.output.contains(#""steps":1040,"#))
        let refused = try home.run("amble", ["import", home.folder + "/letter.csv"])
        #expect(refused.status == 65 && refused.output.hasPrefix("refused"), "\(refused.output)")
        #expect(try home.run("amble", ["rebuild"]).status == 0)
        daemon.send(SIGTERM)
        #expect(daemon.finish().status == 0)
    }
}
