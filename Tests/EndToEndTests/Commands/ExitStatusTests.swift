import Glibc
import TestSupport
import Testing

/// One status and one line for each way in which a command cannot go on (COMMANDS.md §1).
struct ExitStatusTests {
    @Test(arguments: [
        ["frobnicate"], ["days", "--what"], ["days", "--from", "2026-13-01"],
        ["days", "--from", "2026-02-30"], ["days", "--from", "2026-11-21", "--to", "2026-11-20"],
        ["why"], ["why", "friday"], ["import"], ["inspect"], ["log", "-n", "some"],
        ["log", "-n", "-1"], ["export", "--what", "everything"], ["export", "--format", "xml"],
    ])
    func `a command typed wrongly is told in one line`(arguments: [String]) throws {
        expect(64, try TestHome().run("amble", arguments), "amble")
    }

    @Test func `a daemon started wrongly is told in one line`() throws {
        expect(64, try TestHome().run("ambled", ["--what"]), "ambled")
    }

    @Test func `help and version are no mistakes`() throws {
        let home = try TestHome()
        for program in ["amble", "ambled"] {
            for flag in ["--help", "--version"] {
                let run = try home.run(program, [flag])
                #expect(run.status == 0 && run.errors.isEmpty && !run.output.isEmpty)
            }
        }
    }

    @Test func `a wrong file is wrong data, whoever comes upon it`() throws {
        let home = try TestHome()
        home.drop("letter.csv", "Dear all,\n")
        let letter = home.inbox + "/letter.csv"
        for arguments in [["inspect", letter], ["import", letter], ["import", letter]] {
            #expect(try home.run("amble", arguments).status == 65, "\(arguments)")
        }
        let other = try TestHome()
        other.drop("letter.csv", "Dear all,\n")
        #expect(try other.once().status == 65)
        #expect(try other.once().status == 0)
        other.drop("part.csv", SmallDay.csv + "2026-11-20T15:00:00Z,4O\n")
        #expect(try other.once().status == 65)
    }

    @Test func `an input that is not there is named`() throws {
        let home = try TestHome()
        mkfifo(home.folder + "/pipe", 0o600)
        for path in ["/missing.csv", "/pipe"] {
            for verb in ["import", "inspect"] {
                let run = try home.run("amble", [verb, home.folder + path])
                expect(66, run, "amble")
                #expect(run.errors.contains(path), "\(run.errors)")
            }
        }
    }

    @Test func `a configuration that was named must be there`() throws {
        let home = try TestHome()
        home.environment["AMBLE_CONFIG"] = home.folder + "/missing.toml"
        let run = try Program(
            "amble",
            ["--state", home.state],
            environment: home.environment,
            folder: home.folder
        )
        expect(66, run.finish(), "amble")
    }

    @Test func `a state folder that cannot be made says why`() throws {
        let home = try TestHome()
        TestHome.write([], to: home.folder + "/file")
        home.drop("day.csv", SmallDay.csv)
        let places = ["--inbox", home.inbox, "--state", home.folder + "/file/state"]
        for (program, arguments) in [
            ("amble", ["import", home.inbox + "/day.csv"]), ("ambled", ["--once"]), ("ambled", []),
        ] {
            let run = try Program(
                program,
                arguments + places,
                environment: home.environment,
                folder: home.folder
            )
            expect(73, run.finish(), program)
        }
    }

    @Test func `a state folder that is forbidden says so`() throws {
        let home = try TestHome()
        // Not even root makes folders there.
        let places = ["--inbox", home.inbox, "--state", "/sys/amble"]
        let run = try Program(
            "ambled",
            ["--once"] + places,
            environment: home.environment,
            folder: home.folder
        )
        expect(77, run.finish(), "ambled")
    }

    @Test func `the lock is held by one, and the next one names the holder`() throws {
        let home = try TestHome()
        let first = try home.start("ambled", [])
        #expect(eventually { !Program.text(home.state + "/ambled.lock").isEmpty })
        let holder = Program.text(home.state + "/ambled.lock").split(separator: "\n").first ?? "-"
        for arguments in [[], ["--once"]] {
            let run = try home.run("ambled", arguments)
            expect(75, run, "ambled")
            #expect(run.errors.contains("process \(holder) works in "), "\(run.errors)")
        }
        first.send(SIGTERM)
        #expect(first.finish().status == 0)
        #expect(try home.once().status == 0)
    }

    @Test func `every mistake of a configuration is told with its line`() throws {
        let home = try TestHome()
        TestHome.write(
            Array("colour = 1\ngoal-minutes = 0\n[[folder]]\npath = 7\n".utf8),
            to: home.folder + "/amble.toml"
        )
        for (program, arguments) in [
            ("ambled", ["--check-config"]), ("ambled", ["--once"]), ("amble", ["days"]),
        ] {
            let run = try home.run(program, arguments)
            #expect(run.status == 78, "\(program)")
            #expect(run.output.isEmpty)
            for (line, place) in zip(run.errorLines, ["1:1: ", "2:16: ", "4:8: "]) {
                #expect(line.hasPrefix("\(program): amble.toml:\(place)"), "\(line)")
            }
            #expect(run.errorLines.count == 3, "\(run.errors)")
        }
        #expect(access(home.state, F_OK) != 0)
    }

    @Test func `a right configuration is checked without a word, and nothing is made`() throws {
        let home = try TestHome()
        let run = try home.run("ambled", ["--check-config"])
        #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
        #expect(access(home.state, F_OK) != 0)
    }

    private func expect(_ status: Int32, _ run: Program.Result, _ program: String) {
        #expect(run.status == status, "\(run.errors)")
        #expect(run.output.isEmpty, "\(run.output)")
        #expect(run.errorLines.count == 1, "\(run.errors)")
        #expect(run.errors.hasPrefix("\(program): "), "\(run.errors)")
    }
}
