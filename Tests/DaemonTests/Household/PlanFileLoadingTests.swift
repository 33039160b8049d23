import LinuxSystem
import Scoring
import Testing

@testable import Daemon

struct PlanFileLoadingTests {
    private func plan(_ text: String) throws -> WalkingPlan {
        try withTemporaryFolder { folder in
            let path = folder.appending("my levels.toml")
            try write(text, to: path)
            return try PlanFile.plan(at: path)
        }
    }

    @Test func `without a file the built-in plan holds`() throws {
        #expect(try PlanFile.plan(at: nil) == .builtIn)
    }

    @Test func `a file is a plan`() throws {
        #expect(try plan("[[level]]\nwalks = [7]").levels.map(\.walks) == [[7]])
    }

    @Test func `every mistake has a line under the name of the plan file`() throws {
        let failure = #expect(throws: Failure.self) {
            try plan("[[level]]\nwalks = [0]\nnotes = \"\"\n")
        }
        #expect(failure?.code == .configuration)
        #expect(
            failure?.description
                == "my levels.toml:2:10: level 1 has a walk of 0 minutes in \"walks\"; "
                + "1 to 240 are possible\n"
                + "my levels.toml:3:1: \"notes\" is not a known key in [[level]]; "
                + "did you mean \"note\"?"
        )
    }

    @Test func `a file that is gone or far too long says so`() throws {
        let missing = #expect(throws: Failure.self) {
            try PlanFile.plan(at: FilePath("/tmp/no/such/plan.toml"))
        }
        #expect(missing?.code == .noInput)
        let long = #expect(throws: Failure.self) {
            try plan(String(repeating: "#\n", count: 1_100_000))
        }
        #expect(long?.code == .configuration)
        #expect(long?.description.contains("far too long for a walking plan") == true)
    }
}
