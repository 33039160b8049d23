import Glibc
import LinuxSystem
import TestSupport
import Testing

/// The daemon as a process: it owns the signals, so it cannot be tried inside of the tests.
struct DaemonServiceTests {
    /// A running daemon and what it tells its manager.
    private struct Running {
        let home: TestHome
        let manager: ServiceManager
        let daemon: Program

        init(_ configuration: String = "") throws {
            home = try TestHome()
            TestHome.write(Array(configuration.utf8), to: home.folder + "/amble.toml")
            manager = try ServiceManager(FilePath(home.folder + "/notify"))
            home.environment["NOTIFY_SOCKET"] = home.folder + "/notify"
            home.environment["WATCHDOG_USEC"] = "200000"
            daemon = try home.start("ambled", [])
        }

        func hears(_ count: Int, _ message: String) -> Bool {
            eventually { manager.messages.filter { $0.hasPrefix(message) }.count >= count }
        }

        func stop(_ signal: Int32 = SIGTERM) -> Program.Result {
            daemon.send(signal)
            return daemon.finish()
        }
    }

    @Test func `it tells when it is ready, what it does, that it lives and that it stops`() throws {
        let running = try Running()
        #expect(running.hears(1, "READY=1"))
        running.home.drop("a.csv", walk(10, on: "2026-11-20"))
        #expect(running.hears(1, "STATUS=Watching 1 folder · 1 file taken"))
        #expect(running.hears(2, "WATCHDOG=1"))
        let end = running.stop()
        #expect(end.status == 0, "\(end.errors)")
        #expect(running.hears(1, "STOPPING=1"))
        #expect(running.manager.messages.last == "STOPPING=1")
        let log = Program.text(running.home.state + "/summary.log")
        #expect(log.hasPrefix("2026-11-20 Fri"))
    }

    @Test func `an interrupt from the keyboard stops it as well`() throws {
        let running = try Running()
        #expect(running.hears(1, "READY=1"))
        #expect(running.stop(SIGINT).status == 0)
    }

    @Test func `a stop in the middle of work comes within its time and loses nothing`() throws {
        let running = try Running()
        #expect(running.hears(1, "READY=1"))
        for number in 0..<40 {
            running.home.drop("\(number).csv", walk(200 + number, on: "2026-11-19"))
        }
        #expect(running.hears(1, "STATUS=Watching 1 folder · "))
        let end = running.stop()
        #expect(end.status == 0, "\(end.errors)")
        #expect(try running.home.once().status == 0)
        let days = try running.home.run(
            "amble",
            ["days", "--json", "--from", "2026-11-19", "--to", "2026-11-19"]
        )
        #expect(days.output.contains("\"steps\":23900,"), "\(days.output)")
    }

    @Test func `a reload takes up the new configuration and tells the manager`() throws {
        let running = try Running()
        let home = running.home
        #expect(running.hears(1, "READY=1"))
        mkdir(home.folder + "/more", 0o700)
        TestHome.write(Array(walk(10, on: "2026-11-20").utf8), to: home.folder + "/more/a.csv")
        TestHome.write(
            Array("[[folder]]\npath = \"\(home.folder)/more\"\n".utf8),
            to: home.folder + "/amble.toml"
        )
        running.daemon.send(SIGHUP)
        #expect(running.hears(1, "RELOADING=1\nMONOTONIC_USEC="))
        #expect(running.hears(2, "READY=1"))
        #expect(running.hears(1, "STATUS=Watching 2 folders · 1 file taken"))
        #expect(running.stop().status == 0)
    }

    @Test func `a wrong configuration is reported, and the old one stays`() throws {
        let running = try Running()
        let home = running.home
        #expect(running.hears(1, "READY=1"))
        TestHome.write(Array("goal-minutes = 0\n".utf8), to: home.folder + "/amble.toml")
        running.daemon.send(SIGHUP)
        #expect(running.hears(2, "READY=1"))
        #expect(eventually { running.daemon.errorsSoFar.contains("amble.toml:1:16: goal-minutes") })
        home.drop("a.csv", walk(10, on: "2026-11-20"))
        #expect(running.hears(1, "STATUS=Watching 1 folder · 1 file taken"))
        #expect(running.stop().status == 0)
    }

    @Test func `a log that was rotated away is begun anew`() throws {
        let running = try Running()
        let log = running.home.state + "/summary.log"
        running.home.drop("a.csv", walk(10, on: "2026-11-19"))
        #expect(eventually { Program.text(log).contains("2026-11-19") })
        rename(log, log + ".1")
        running.daemon.send(SIGHUP)
        #expect(running.hears(2, "READY=1"))
        running.home.drop("b.csv", walk(10, on: "2026-11-18"))
        #expect(eventually { Program.text(log).contains("2026-11-18") })
        #expect(!Program.text(log).contains("2026-11-19 Thu  1"))
        #expect(running.stop().status == 0)
    }

    @Test func `a second daemon is told who works there already`() throws {
        let running = try Running()
        #expect(running.hears(1, "READY=1"))
        let second = try running.home.run("ambled", [])
        #expect(second.status == 75)
        #expect(second.errors.hasPrefix("ambled: process "), "\(second.errors)")
        #expect(running.stop().status == 0)
    }

    @Test func `commands that come around a reload are answered`() throws {
        let running = try Running()
        let home = running.home
        #expect(running.hears(1, "READY=1"))
        TestHome.write(Array(walk(10, on: "2026-11-20").utf8), to: home.folder + "/a.csv")
        for _ in 0..<3 {
            running.daemon.send(SIGHUP)
            let taken = try home.run("amble", ["import", home.folder + "/a.csv"])
            #expect(taken.status == 0, "\(taken.errors)")
        }
        #expect(running.stop().status == 0)
    }
}
