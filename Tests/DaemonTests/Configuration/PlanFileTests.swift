import Scoring
import Testing

@testable import Daemon

/// The mistakes of a plan file, as a line behind its name shows them.
func planMistakes(of text: String) -> [String] {
    switch PlanFile.parse(Array(text.utf8)) {
    case .success: []
    case .failure(let mistakes): mistakes.all.map { $0.line(in: "p") }
    }
}

struct PlanFileTests {
    private func plan(_ text: String) throws -> WalkingPlan {
        try PlanFile.parse(Array(text.utf8)).get()
    }

    @Test func `levels are read in the order of the file`() throws {
        let plan = try plan(
            """
            [[level]]
            days = 3
            walks = [20, "12-15"]
            note = "To the pond."
            [[level]]
            days = 2
            walks = [30]
            optional = "8-10"
            together = false
            [[level]]
            walks = ["30-40"]
            together = true
            """
        )
        #expect(
            plan.levels == [
                PlanLevel(days: 3, walks: [20, AskedWalk(12, upTo: 15)], note: "To the pond."),
                PlanLevel(days: 2, walks: [30], optional: AskedWalk(8, upTo: 10)),
                PlanLevel(days: nil, walks: [AskedWalk(30, upTo: 40)], isTogether: true),
            ]
        )
        #expect(plan.flareUp == WalkingPlan.builtIn.flareUp, "without a table of its own")
    }

    @Test func `a flare-up day of one's own replaces the built-in one`() throws {
        let plan = try plan("[[level]]\nwalks = [10]\n[flare-up]\nwalks = [3, 3, 3, \"4-5\"]\n")
        #expect(plan.flareUp.walks == [3, 3, 3, AskedWalk(4, upTo: 5)])
    }

    @Test func `the built-in plan can be written as a file`() throws {
        let text = WalkingPlan.builtIn.levels.map { level in
            let walks = level.walks.map { $0.upTo == nil ? "\($0)" : "\"\($0)\"" }
            return "[[level]]\n" + (level.days.map { "days = \($0)\n" } ?? "")
                + "walks = [\(walks.joined(separator: ", "))]\n"
                + (level.optional.map { "optional = \($0)\n" } ?? "")
                + "together = \(level.isTogether)\nnote = '''\(level.note)'''\n"
        }
        let plan = try plan(text.joined() + "[flare-up]\nwalks = [5, 5, 5]\n")
        #expect(plan == .builtIn)
    }

    @Test func `a mistake of syntax hides those behind it`() {
        let found = planMistakes(of: "[[level]]\nwalks = [10\n[[level]]\ndayz = 1\n")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("p:") == true)
        #expect(found.first?.contains("not TOML") == true)
    }

    @Test func `a file that is far too long is refused`() {
        let text = "[[level]]\nwalks = [10]\n" + String(repeating: "# long\n", count: 200_000)
        #expect(planMistakes(of: text).count == 1)
    }
}
