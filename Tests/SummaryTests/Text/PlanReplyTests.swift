import Model
import Scoring
import Testing

@testable import Summary

@Suite struct PlanReplyTests {
    private func text(
        _ word: PlanWord,
        _ plan: PlanDay = EntryReplyTests.level,
        pain: PainDay = PainDay(),
        earlier: [DiaryEntry] = []
    ) -> String {
        EntryReplyTests.text(.plan(word), plan: plan, pain: pain, earlier: earlier)
    }

    private let left = " Left for today: 10 min, in one piece."
    private let notStarted = PlanDay(mode: .none)

    @Test func `a start names the level and what is left`() {
        #expect(text(.start) == "The plan begins at level 3, day 1 of 3." + left)
        let before = DiaryEntry(
            time: Example.at("12:00:00.000", dayShift: -3),
            content: .plan(.start)
        )
        #expect(
            text(.start, earlier: [before])
                == "The plan was started before and stays at level 3, day 1 of 3; "
                + "`amble plan restart` begins again." + left
        )
        #expect(text(.restart).hasPrefix("The plan begins again at level 3"))
    }

    @Test func `a pause asks for nothing, and a plan goes on where it was`() {
        #expect(
            text(.pause, PlanDay(mode: .paused, level: "3"))
                == "The plan is paused and asks for nothing. `amble plan resume` goes on."
        )
        #expect(text(.resume) == "The plan goes on at level 3, day 1 of 3." + left)
        #expect(text(.cleared).contains("taken back; the plan stands at level 3"))
    }

    @Test func `a plan that asks for nothing stands, whatever the word`() {
        let suspended = PlanDay(mode: .suspended, level: "3", flags: ["fever"], isPaused: true)
        for word in [PlanWord.start, .restart, .resume, .level("3"), .baseline(12)] {
            #expect(text(word, suspended).contains("plan stands at level 3"), "\(word)")
        }
        #expect(
            text(.pause, suspended)
                == "The plan is paused and asks for nothing. It takes both `amble plan cleared` "
                + "and `amble plan resume` to go on."
        )
        #expect(text(.level("3"), PlanDay(mode: .paused, level: "3")).contains("stands at level 3"))
    }

    @Test func `before the start, words that change nothing say so`() {
        for word in [PlanWord.pause, .resume, .level("2")] {
            #expect(text(word, notStarted).contains("not started, so nothing changes"))
        }
        #expect(
            text(.baseline(5), notStarted)
                == "A first outing of 5 min is kept for `amble plan start`."
        )
        #expect(text(.cleared, notStarted) == "What was reported is taken back.")
    }

    @Test func `a level that the plan has not is told with those it has`() {
        #expect(text(.level("3")) == "The plan goes on at level 3, day 1 of 3." + left)
        var short = EntryReplyTests.level
        short.baseline = 6
        #expect(
            text(.level("9"), short)
                == "Your plan has no level 9, so it stays at level 3, day 1 of 3. Its levels are "
                + "0.1, 0.2, 1, 2, 3, 4, 5, 6." + left
        )
    }

    @Test func `a baseline and the usual score are told back`() {
        #expect(text(.baseline(5)).hasPrefix("A first outing of 5 min: the plan begins at level 3"))
        #expect(text(.usual(4)).hasPrefix("Usual pain is 4 from now on."))
        #expect(
            text(.usualAuto, pain: PainDay(usual: 2)).hasPrefix(
                "Usual pain follows from the scores of two weeks; today it is 2."
            )
        )
        #expect(text(.usualAuto, notStarted) == "Usual pain follows from the scores of two weeks.")
    }
}
