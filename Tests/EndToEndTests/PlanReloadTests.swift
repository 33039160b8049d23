import Glibc
import TestSupport
import Testing

/// A running daemon whose person writes a plan of their own.
struct PlanReloadTests {
    @Test func `a plan is read again on SIGHUP, and a wrong one is reported and not used`() throws {
        let home = try TestHome(now: "2026-11-03T03:00:00+01:00")
        home.drop(
            "diary.csv",
            """
            time,entry,value,note
            2026-11-02T07:00,plan,start,
            2026-11-02T09:00,walk,10,
            2026-11-02T12:00,walk,8,

            """
        )
        let daemon = try home.start("ambled", [])
        #expect(eventually { Self.log(home).contains("level 1: 10 ✓ 10 ○ partly") })

        Self.write("[plan]\nfile = \"mine.toml\"\n", "amble.toml", in: home)
        Self.write("[[level]]\nwalks = [8, 8]\n", "mine.toml", in: home)
        daemon.send(SIGHUP)
        #expect(eventually { Self.log(home).contains("level 1: 8 ✓ 8 ✓ met, day 1 · revised (2)") })

        Self.write("[[level]]\nwalks = [8, 0]\n", "mine.toml", in: home)
        daemon.send(SIGHUP)
        let mistake = "mine.toml:2:13: level 1 has a walk of 0 minutes"
        #expect(eventually { daemon.errorsSoFar.contains(mistake) })
        #expect(daemon.isRunning)
        let today = try home.run("amble", ["today"])
        #expect(today.status == 78)
        #expect(today.errors.hasPrefix("amble: \(mistake)"))

        daemon.send(SIGTERM)
        #expect(daemon.finish().status == 0)
        #expect(Self.log(home).split(separator: "\n").count == 2)
    }

    private static func log(_ home: TestHome) -> String {
        Program.text(home.state + "/summary.log")
    }

    private static func write(_ text: String, _ name: String, in home: TestHome) {
        TestHome.write(Array(text.utf8), to: home.folder + "/" + name)
    }
}
