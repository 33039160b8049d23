import Scoring
import TestSupport
import Testing

@testable import Daemon

struct PlanFileReaderTests {
    @Test func `a file without a level is a mistake of the whole file`() {
        #expect(
            planMistakes(of: "") == [
                "p: the walking plan has no level; add at least one [[level]]"
            ]
        )
    }

    @Test func `unknown keys are mistakes, with the key that was meant`() {
        let text = """
            [[level]]
            day = 3
            walk = [10]
            [[levels]]
            walks = [10]
            [flareup]
            walks = [5]
            """
        #expect(
            planMistakes(of: text) == [
                "p:1:1: level 1 asks for no walk; list minutes in \"walks\"",
                "p:2:1: \"day\" is not a known key in [[level]]; did you mean \"days\"?",
                "p:3:1: \"walk\" is not a known key in [[level]]; did you mean \"walks\"?",
                "p:4:3: \"levels\" is not a known key; did you mean \"level\"?",
                "p:6:2: \"flareup\" is not a known key; did you mean \"flare-up\"?",
            ]
        )
        #expect(
            planMistakes(of: "[[level]]\nwalks = [10]\n[flare-up]\nwalks = [5]\ndays = 1") == [
                "p:5:1: \"days\" is not a known key in [flare-up]; known are walks"
            ]
        )
    }

    @Test(arguments: [
        ("days = \"3\"", "p:2:8: days must be a whole number, not text"),
        ("days = 2.5", "p:2:8: days must be a whole number, not a number with a fraction"),
        ("walks = 10", "p:2:9: walks must be a list like [20, \"12-15\"], not a whole number"),
        ("walks = \"10\"", "p:2:9: walks must be a list like [20, \"12-15\"], not text"),
        (
            "walks = [10, 2.5]",
            "p:2:14: a walk in walks must be minutes, 20, or a range, \"12-15\", "
                + "not a number with a fraction"
        ),
        (
            "walks = [\"12–15\"]",
            "p:2:10: \"12–15\" in walks is no walk; write minutes, 20, or a range, \"12-15\""
        ),
        (
            "walks = [\"20\"]",
            "p:2:10: \"20\" in walks is no walk; write minutes, 20, or a range, \"12-15\""
        ),
        (
            "walks = [10]\noptional = true",
            "p:3:12: a walk in optional must be minutes, 20, or a range, \"12-15\", "
                + "not true or false"
        ),
        (
            "walks = [10]\ntogether = 1",
            "p:3:12: together must be true or false, not a whole number"
        ),
        ("walks = [10]\nnote = 3", "p:3:8: note must be text in quotes, not a whole number"),
        (
            "walks = [10]\nnote = \"a\\nb\"",
            "p:3:8: note holds a control character; write it on one line"
        ),
    ])
    func `a value of the wrong kind is named where it stands`(level: String, expected: String) {
        #expect(planMistakes(of: "[[level]]\n" + level).first { $0 == expected } != nil)
    }

    @Test func `an impossible plan is refused at the line of its level, key or entry`() {
        let text = """
            [[level]]
            walks = [10]

            [[level]]
            days = 0
            walks = [20, 0, "15-12"]
            optional = 300

            [[level]]
            days = 2
            walks = []

            [flare-up]
            walks = [5, 241]
            """
        #expect(
            planMistakes(of: text) == [
                "p:1:1: level 1 has no \"days\"; only the last level goes on without end",
                "p:5:8: level 2 lasts 0 days; \"days\" is 1 or more",
                "p:6:14: level 2 has a walk of 0 minutes in \"walks\"; 1 to 240 are possible",
                "p:6:17: level 2 has the range \"15-12\" in \"walks\"; the smaller number comes first",
                "p:7:12: level 2 has \"optional\", which needs exactly one entry in \"walks\"",
                "p:7:12: level 2 has a walk of 300 minutes in \"optional\"; 1 to 240 are possible",
                "p:10:8: level 3 is the last one and has \"days\"; it goes on without end",
                "p:11:9: level 3 asks for no walk; list minutes in \"walks\"",
                "p:14:13: the flare-up day has a walk of 241 minutes in \"walks\"; "
                    + "1 to 240 are possible",
            ]
        )
    }

    @Test func `optional and together exclude each other`() {
        #expect(
            planMistakes(of: "[[level]]\nwalks = [30]\noptional = 10\ntogether = true") == [
                "p:4:12: level 1 has both \"optional\" and \"together\"; keep one of them"
            ]
        )
        #expect(
            planMistakes(of: "[[level]]\nwalks = [30, 30]\ntogether = true") == [
                "p:3:12: level 1 has \"together\", which needs exactly one entry in \"walks\""
            ]
        )
    }

    @Test func `what cannot be read does not bring mistakes of its own`() {
        let text = "[[level]]\ndays = \"3\"\nwalks = 7\n[[level]]\nwalks = [true]\noptional = 5\n"
        #expect(planMistakes(of: text).count == 3)
        #expect(planMistakes(of: "level = 3").count == 1)
        #expect(planMistakes(of: "[level]\nwalks = [10]").count == 1)
    }

    @Test func `no text makes the reader trap`() {
        let words = [
            "[[level]]\n", "[flare-up]\n", "days = ", "walks = ", "optional = ", "together = ",
            "note = ", "[", "]", "\"12-15\"", "9223372036854775807", "-1", "10", ", ", "\n", "true",
            "{}", "\"", "2026-01-01", "level", ".", "[[",
        ]
        var generator = SeededGenerator(seed: 11)
        var refused = 0
        for _ in 0..<2000 {
            let count = Int.random(in: 1...14, using: &generator)
            let text = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
            if !planMistakes(of: text.joined()).isEmpty { refused += 1 }
        }
        #expect(refused > 1000)
    }
}
