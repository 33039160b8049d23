import Glibc
import LinuxSystem
import TestSupport
import Testing

/// Terminals, pipes that close, and state that can only be read.
struct PrinterTests {
    @Test func `colour is for terminals, unless a person wants none`() throws {
        let home = try SmallDay.home()
        let piped = try home.run("amble", ["week"])
        #expect(!piped.output.contains("\u{1B}") && !piped.output.contains("█"))
        let colourful = try onTerminal(home, "week")
        #expect(colourful.contains("\u{1B}["), "\(colourful)")
        home.environment["NO_COLOR"] = "1"
        let plain = try onTerminal(home, "week")
        #expect(!plain.contains("\u{1B}["), "\(plain)")
        #expect(plain.contains("2026-11-20"), "\(plain)")
        #expect(try !onTerminal(home, "week --json").contains("\u{1B}"))
    }

    @Test func `a reader that goes away ends the program without a word`() throws {
        let home = try SmallDay.home()
        let amble = Program.folderOfBuilds + "/amble"
        let command =
            "'\(amble)' days --from 1000-01-01 --json --state '\(home.state)' | head -1 >/dev/null;"
            + "echo ${PIPESTATUS[0]}"
        let run = try Program(
            path: "/bin/bash",
            ["-c", command],
            environment: home.environment,
            folder: home.folder
        ).finish()
        #expect(run.output == "141\n")
        #expect(run.errors.isEmpty, "\(run.errors)")
    }

    @Test func `output that cannot be written is an error`() throws {
        let home = try SmallDay.home()
        let amble = Program.folderOfBuilds + "/amble"
        let run = try Program(
            path: "/bin/bash",
            ["-c", "'\(amble)' days --state '\(home.state)' > /dev/full"],
            environment: home.environment,
            folder: home.folder
        ).finish()
        #expect(run.status == 74)
        #expect(run.errors.hasPrefix("amble: "), "\(run.errors)")
    }

    @Test func `state that can only be read is read, or the reason is told`() throws {
        let home = try SmallDay.home()
        let days = try home.run("amble", ["days"]).output
        for path in ["", "/state", "/inbox"] { chmod(home.folder + path, 0o555) }
        for file in ["amble.db", "ambled.lock", "summary.log", "summary.jsonl"] {
            chmod(home.state + "/" + file, 0o444)
        }
        let run = try asNobody(home, ["days"])
        #expect(run.status == 0 ? run.output == days : run.status == 77, "\(run.errors)")
        #expect(run.errorLines.count == (run.status == 0 ? 0 : 1), "\(run.errors)")
        let taken = try asNobody(home, ["import", home.inbox + "/day.csv"])
        #expect(taken.status == 77)
        #expect(taken.errorLines.count == 1 && taken.errors.hasPrefix("amble: "), "\(taken.errors)")
        for path in ["", "/state", "/inbox"] { chmod(home.folder + path, 0o700) }
    }

    /// What a command writes to a terminal of its own.
    private func onTerminal(_ home: TestHome, _ command: String) throws -> String {
        let amble = Program.folderOfBuilds + "/amble"
        var environment = home.environment
        environment["TERM"] = "xterm"
        return try Program(
            path: "/usr/bin/script",
            ["-qec", "'\(amble)' \(command) --state '\(home.state)'", "/dev/null"],
            environment: environment,
            folder: home.folder
        ).finish().output
    }

    /// Runs a command as somebody whom permissions hold back, which root is not.
    private func asNobody(_ home: TestHome, _ arguments: [String]) throws -> Program.Result {
        var output = Array("/tmp/amble-nobody-XXXXXX".utf8CString)
        guard mkdtemp(&output) != nil else { throw SystemError.last("make a folder") }
        let folder = String(decoding: output.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer {
            for name in ["stdout", "stderr"] { unlink(folder + "/" + name) }
            rmdir(folder)
        }
        let amble = [Program.folderOfBuilds + "/amble"] + arguments + ["--state", home.state]
        let words =
            geteuid() == 0
            ? ["/usr/bin/setpriv", "--reuid=65534", "--clear-groups"] + amble : amble
        return try Program(
            path: words[0],
            Array(words.dropFirst()),
            environment: home.environment,
            folder: folder
        ).finish()
    }
}
