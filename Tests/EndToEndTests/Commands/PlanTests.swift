import TestSupport
import Testing

/// The walking plan, from the first outing on, as a person types it.
struct PlanTests {
    @Test func `a plan that is not started says how to begin`() throws {
        let home = try TestHome()
        let page = try home.run("amble", ["plan"])
        #expect(page.status == 0)
        #expect(page.lines.first == "The walking plan is not started.")
        #expect(page.output.contains("amble plan start"))
    }

    @Test func `the words of a plan move it, and each says where it stands`() throws {
        let home = try SmallDay.home()
        for (minute, step) in [
            (["plan", "baseline", "6"], "is kept for `amble plan start`"),
            (["plan", "start"], "The plan begins at level 0.1, day 1 of 2."),
            (["plan", "start"], "was started before"),
            (["plan", "level", "9"], "no level 9"), (["plan", "level", "2"], "goes on at level 2"),
            (["plan", "pause"], "asks for nothing"), (["plan", "resume"], "goes on at level 2"),
            (["plan", "usual", "2"], "Usual pain is 2"), (["plan", "usual", "auto"], "two weeks"),
            (["plan", "flare-up"], "three short walks of five minutes"),
            (["plan", "flare-up", "no"], "no flare-up day is declared"),
            (["plan", "cleared"], "taken back"),
            (["plan", "baseline", "12"], "level 1, day 1 of 3"),
            (["plan", "restart"], "begins again at level 1"),
        ].enumerated() {
            home.environment["AMBLE_NOW"] = "2026-11-21T12:\(10 + minute):00Z"
            let run = try home.run("amble", step.0)
            #expect(run.status == 0 && run.errors.isEmpty, "\(step.0): \(run.errors)")
            let text = run.output.replacing("\n", with: " ")
            #expect(text.contains(step.1), "\(step.0): \(text)")
        }
        let page = try home.run("amble", ["plan"])
        #expect(page.lines.first == "Level 1, day 1 of 3", "\(page.output)")
        #expect(page.output.contains("→ level 1"))
        #expect(try home.run("amble", ["plan", "--json"]).lines.count == 42)
    }

    @Test func `a plan may start with an earlier day, whose walks then count`() throws {
        let home = try SmallDay.home()
        let start = try home.run("amble", ["plan", "start", "yesterday"])
        #expect(
            start.output.hasPrefix("The plan begins at level 1, day 1 of 3."),
            "\(start.output)"
        )
        #expect(
            Program.text(home.inbox + "/diary.csv").contains(
                "2026-11-20T00:00:00+01:00,plan,start,"
            )
        )
        let page = try home.run("amble", ["plan"]).output
        #expect(page.contains("◐    …"), "\(page)")
        let today = try home.run("amble", []).output
        #expect(today.contains("Left for today: 10 min and 10 min"), "\(today)")
    }
}
