import Model
import Scoring
import Testing

@testable import Summary

@Suite struct EntryReplyTests {
    private static let now = Example.at("12:00:00.000")

    static func text(
        _ content: DiaryContent,
        at time: Instant = now,
        plan: PlanDay = PlanDay(mode: .none),
        pain: PainDay = PainDay(),
        advice: [Advice] = [],
        earlier: [DiaryEntry] = [],
        entered: ScoredDay? = nil,
        before: PlanDay? = nil
    ) -> String {
        let entry = DiaryEntry(time: time, content: content)
        return EntryReply(
            entry: entry,
            diary: (earlier + [entry]).sorted(),
            today: Example.scored(
                Example.day,
                plan: plan,
                pain: pain,
                advice: advice,
                isRunning: true
            ),
            entered: entered,
            before: before,
            now: now,
            plan: .builtIn,
            home: Example.home
        ).text
    }

    static let level = PlanDay(
        mode: .level,
        pace: .metDays,
        level: "3",
        dayOfLevel: 1,
        levelDays: 3,
        targets: [PlanTarget(minutes: 20, isMet: true), PlanTarget(minutes: 10, isMet: false)],
        result: .open
    )
    static let flareUp = PlanDay(
        mode: .flareUp,
        level: "3",
        dayOfLevel: 1,
        targets: [5, 5, 5].map { PlanTarget(minutes: $0, isMet: false) },
        result: .open
    )

    @Test func `a score is noted beside the usual one, and a flare-up day is told gently`() {
        #expect(
            Self.text(.pain(6), plan: Self.flareUp, pain: PainDay(usual: 3, entries: 1))
                == "Noted: pain 6, usual 3. Flare-up day: three short walks of five minutes, half "
                + "an hour apart, are plenty."
        )
        #expect(Self.text(.pain(0)) == "Noted: pain 0.")
    }

    @Test func `on a day of a level the reply says what is left`() {
        #expect(
            Self.text(.pain(3), plan: Self.level)
                == "Noted: pain 3. Left for today: 10 min, in one piece."
        )
        #expect(
            Self.text(.walk(20), plan: Self.level)
                == "Noted: a walk of 20 min until 13:00; 64 min of 90 so far today. Left for today: "
                + "10 min, in one piece."
        )
    }

    @Test func `an entry for another day is named with its day and says nothing of today`() {
        let yesterday = Example.at("08:00:00.000", dayShift: -1)
        #expect(
            Self.text(.pain(7), at: yesterday, plan: Self.level)
                == "Noted for 2026-11-20: pain 7."
        )
    }

    @Test func `an entry of the hours to come waits for its time`() {
        #expect(
            Self.text(.pain(7), at: Example.at("14:00:00.000"), plan: Self.level)
                == "Written down: pain 7. It counts from 2026-11-21 15:00 on."
        )
    }

    @Test func `a flag of the second kind asks to ease off, an urgent one asks for nothing`() {
        var soon = Self.level
        soon.flags = ["leg-weakness"]
        #expect(
            Self.text(.flag(.legWeakness), plan: soon)
                == "Noted: leg weakness. Ease off, and talk to a doctor or physiotherapist; until "
                + "`amble plan cleared` no day counts, and none is lost."
        )
        #expect(
            Self.text(.flag(.fever), plan: PlanDay(mode: .suspended, level: "3", flags: ["fever"]))
                == "Noted: fever. The plan is suspended and asks for nothing."
        )
    }

    @Test func `a flag that is taken back is not claimed, one in force is in every reply`() {
        #expect(
            Self.text(.flag(.legWeakness), plan: Self.level)
                == "Noted: leg weakness; a `plan cleared` of the diary takes it back."
        )
        var soon = Self.level
        soon.flags = ["leg-weakness"]
        for content in [DiaryContent.pain(3), .moves(10), .plan(.resume), .walk(5)] {
            #expect(Self.text(content, plan: soon).contains("talk to a doctor or physiotherapist"))
        }
    }

    @Test func `a step up or down is told at once`() {
        var down = Self.flareUp
        down.heldUntil = Example.date.advanced(by: 7)
        #expect(Self.text(.pain(6), plan: down, advice: [.levelDown]).hasSuffix("is enough."))
        var met = Self.level
        met.result = .met
        #expect(
            Self.text(.walk(20), plan: met, advice: [.levelUp]).hasSuffix("begins tomorrow.")
        )
    }

    @Test func `a back-dated entry says what its day became, and what moved today`() {
        let yesterday = Example.at("08:00:00.000", dayShift: -1)
        let flareUp = Example.scored(Example.day, plan: Self.flareUp)
        #expect(
            Self.text(.pain(7), at: yesterday, plan: Self.level, entered: flareUp)
                == "Noted for 2026-11-20: pain 7. That day is a flare-up day."
        )
        var before = Self.level
        before.level = "4"
        #expect(
            Self.text(.pain(7), at: yesterday, plan: Self.level, entered: flareUp, before: before)
                == "Noted for 2026-11-20: pain 7. That day is a flare-up day. Today the plan "
                + "stands at level 3, day 1 of 3. Left for today: 10 min, in one piece."
        )
        #expect(
            Self.text(.walk(20), at: yesterday, entered: Example.full)
                .hasSuffix("That day: level 3: 20 ✓ 10 ✓ met, day 3 of 3.")
        )
    }

    @Test func `a flare-up day is declared and taken back`() {
        #expect(
            Self.text(.flareUp(true), plan: Self.flareUp).hasPrefix("Noted: a flare-up day. Fl")
        )
        #expect(
            Self.text(.flareUp(false), plan: Self.level)
                == "Noted: no flare-up day is declared. Left for today: 10 min, in one piece."
        )
        #expect(Self.text(.flareUp(false), plan: Self.flareUp).contains("the gentle plan stays"))
    }

    @Test func `a flare-up day that is met reads like the success it is`() {
        var met = Self.flareUp
        met.result = .met
        #expect(
            Self.text(.walk(5), plan: met)
                == "Noted: a walk of 5 min until 13:00; 64 min of 90 so far today. Your short walks "
                + "are all that a flare-up day asks. Well done."
        )
        #expect(Self.text(.walk(5), plan: Self.flareUp).contains("0 of 3 short walks so far."))
    }

    @Test func `strength minutes are noted and nothing else`() {
        #expect(
            Self.text(.moves(15), plan: Self.level) == "Noted: 15 min of strength and flexibility."
        )
    }

    @Test func `a line that the daemon has not read yet is safe`() {
        let entry = DiaryEntry(time: Self.now, content: .plan(.level("2")))
        #expect(
            EntryReply.waiting(entry)
                == "Written down: plan level 2. The daemon is busy and will take it; `amble` shows "
                + "it then."
        )
    }
}
