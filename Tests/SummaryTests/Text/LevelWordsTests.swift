import Model
import Scoring
import Testing

@testable import Summary

@Suite struct LevelWordsTests {
    private func wayOn(
        day: Int? = 2,
        of length: Int? = 3,
        mode: PlanMode = .level,
        advice: [Advice] = [],
        change: (inout PlanDay) -> Void = { _ in }
    ) -> String? {
        var plan = PlanDay(
            mode: mode,
            pace: .metDays,
            level: "3",
            dayOfLevel: day,
            levelDays: length,
            result: .open
        )
        change(&plan)
        return LevelWords.wayOn(
            Example.scored(Example.day, plan: plan, advice: advice, isRunning: true)
        )
    }

    @Test func `a level is named with its day`() {
        #expect(LevelWords.level(Example.plan) == "level 3, day 3 of 3")
        let last = PlanDay(mode: .level, level: "6", dayOfLevel: 40)
        #expect(LevelWords.level(last) == "level 6, day 40")
    }

    @Test func `days to go are counted with today among them`() {
        #expect(
            wayOn()
                == "2 more days with all walks done, and the next level begins; today may be one of "
                + "them."
        )
        #expect(
            wayOn(day: 3) { $0.pace = .calendar }
                == "One more day with data, and the next level begins; today is one of them."
        )
        #expect(wayOn(day: 3, advice: [.levelUp]) == "The next level begins tomorrow.")
    }

    @Test func `the last level tells how many of seven days were met`() {
        #expect(
            wayOn(of: nil) { $0.metDays7 = 3 }
                == "It is the last level, and has no end: 3 of the last seven days were met; four "
                + "are most days."
        )
        #expect(wayOn(of: nil) == "It is the last level, and has no end.")
    }

    @Test func `what holds the level is named before what moves it`() {
        #expect(
            wayOn { $0.flags = ["leg-weakness"] }
                == "No day counts until `amble plan cleared`, and none is lost."
        )
        #expect(
            wayOn(advice: [.levelDown]) { $0.heldUntil = Example.date }
                == "It is held until 2026-11-21 at least; the level from before resumes on the "
                + "first calm day after it."
        )
        #expect(wayOn(mode: .flareUp) == "Days on the way to the next level are kept.")
        #expect(wayOn(mode: .paused)?.contains("amble plan resume") == true)
        #expect(wayOn(mode: .suspended)?.contains("amble plan cleared") == true)
        #expect(wayOn(mode: .none) == nil)
        #expect(
            wayOn(mode: .suspended) { $0.isPaused = true }
                == "It goes on with `amble plan cleared` and `amble plan resume`, where it stands."
        )
    }

    @Test func `at the lowest level only the counting waits, and a passed date is not named`() {
        #expect(wayOn { $0.heldUntil = Example.date } == "No day counts until 2026-11-21.")
        let yesterday = Example.date.advanced(by: -1)
        #expect(wayOn { $0.heldUntil = yesterday } == "No day counts until the first calm day.")
        #expect(
            wayOn(advice: [.levelDown]) { $0.heldUntil = yesterday }
                == "It is held until the first calm day; the level from before resumes on it."
        )
    }

    @Test func `the beginning names the first outing and both commands`() {
        let text = LevelWords.beginning.joined(separator: " ")
        for word in ["first outing", "ten minutes", "amble plan baseline", "amble plan start"] {
            #expect(text.contains(word))
        }
    }
}
