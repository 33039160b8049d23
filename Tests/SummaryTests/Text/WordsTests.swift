import Model
import Scoring
import Testing

@testable import Summary

/// Everything that is said to a person, read as a person with a bad back would read it.
@Suite struct WordsTests {
    /// Words that would claim a cause, promise a cure, diagnose or shame.
    private let forbidden = [
        "reduc", "prevent", "cure", "heal ", "heals", "healing", "protect", "relieve", "improv",
        "lowers", "treat", "benefit", "because of walking", "good for your back", "will help",
        "helps", "thanks to", "fail", "lazy", "should have", "only walked", "not enough", "bad",
        "must", "diagnos", "you have a", "guarantee", "!",
    ]

    private var everySentence: [String] {
        let clock = HomeClock(Example.home)
        let full = Example.full
        let silent = Example.silent(3)
        var sentences = Advice.allCases.flatMap { advice in
            [full, silent].map { AdviceWords.sentence(advice, on: $0, clock) }
        }
        sentences += StudyGroup.allCases.map(HabitWords.study) + [HabitWords.caution]
        return sentences + pages + replies + LevelWords.beginning + [PlanGrid.legend]
    }

    private var pages: [String] {
        var plan = Example.plan
        plan.heldUntil = Example.date
        plan.flags = ["fever"]
        var reached = Example.day
        reached.stepping?.central = .minutes(99)
        let few = AverageWalking(total: .zero, daysWithData: 0)
        var days = [
            Example.full, Example.silent(), Example.silent(2, isRunning: true),
            Example.scored(reached, isRunning: true), Example.scored(reached, goal: 30),
            Example.scored(Example.day, average: few),
        ]
        for mode in PlanMode.allCases {
            for result in PlanResult.allCases {
                plan.mode = mode
                plan.result = result
                days.append(
                    Example.scored(
                        Example.day,
                        plan: plan,
                        pain: Example.pain,
                        advice: Advice.allCases,
                        isRunning: true
                    )
                )
            }
        }
        return days.flatMap { day in
            PlanPage.lines([day], plan: .builtIn, style: .plain)
                + [LevelWords.wayOn(day), LeftToWalk.text(day)].compactMap { $0 }
                + TodayPage.lines(day, home: Example.home, style: .plain)
                + WeekPage.lines([day], home: Example.home, style: .plain)
                + [SummaryLine.text(for: day, home: Example.home)]
        }
    }

    /// What is said to every entry, in every mode of the plan, for today and for another day.
    private var replies: [String] {
        var contents: [DiaryContent] = [.pain(6), .flareUp(true), .flareUp(false), .moves(10)]
        contents += [.walk(20)] + DiaryFlag.allCases.map { .flag($0) }
        let words: [PlanWord] = [
            .start, .restart, .pause, .resume, .cleared, .level("3"), .level("9"), .baseline(5),
            .usual(3), .usualAuto,
        ]
        contents += words.map { .plan($0) }
        var replies = contents.map {
            EntryReply.waiting(DiaryEntry(time: Example.at("12:00:00.000"), content: $0))
        }
        for mode in PlanMode.allCases {
            for result in [PlanResult.open, .met] {
                var plan = EntryReplyTests.flareUp
                plan.mode = mode
                plan.result = result
                for shift in -1...1 {
                    let time = Example.at("11:00:00.000", dayShift: shift)
                    replies += contents.map { EntryReplyTests.text($0, at: time, plan: plan) }
                }
            }
        }
        return replies
    }

    @Test func `no sentence claims a cause, promises, diagnoses or shames`() {
        for sentence in everySentence {
            let lower = sentence.lowercased()
            for word in forbidden { #expect(!lower.contains(word), "“\(word)” in: \(sentence)") }
        }
    }

    @Test func `every piece of advice has words of its own`() {
        let clock = HomeClock(Example.home)
        let sentences = Advice.allCases.map {
            AdviceWords.sentence($0, on: Example.full, clock)
        }
        #expect(Set(sentences).count == Advice.allCases.count)
        for (advice, sentence) in zip(Advice.allCases, sentences) {
            #expect(sentence != advice.rawValue)
            #expect(sentence.last == "." || sentence.last == "?")
        }
    }

    @Test func `the advice about missing data asks for the tracker, not for steps`() {
        let sentence = AdviceWords.sentence(
            .noDataSince,
            on: Example.silent(3),
            HomeClock(Example.home)
        )
        #expect(
            sentence == "No data since Sat 22:10 (watch). Is the tracker charged, worn and synced?"
        )
    }

    @Test func `durations are spoken in hours and minutes, rounded half up`() {
        let cases: [(milliseconds: Int64, words: String)] = [
            (0, "0 min"), (29_999, "0 min"), (30_000, "1 min"), (3_569_999, "59 min"),
            (3_570_000, "1 h 00 min"), (3_840_000, "1 h 04 min"), (36_000_000, "10 h 00 min"),
        ]
        for (milliseconds, words) in cases {
            #expect(Milliseconds(milliseconds).spoken == words)
        }
        #expect(Milliseconds(1).spokenUp == "1 min")
        #expect(Milliseconds(60_000).spokenUp == "1 min")
    }

    @Test func `things are counted in words`() {
        #expect(
            [0, 1, 2, 1000].map { counted($0, "walk") } == [
                "no walks", "1 walk", "2 walks", "1 000 walks",
            ]
        )
    }
}
