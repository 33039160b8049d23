import Model
import Testing

@testable import Scoring

/// Every transition of every state that histories can lead to (PLAN.md §4.2).
@Suite struct PlanTransitionTests {
    /// A day of a history: the moment before it, what it held, and what the product made of it.
    private struct Transition {
        let before: PlanMoment
        let symbol: PlanSymbol
        let page: DiaryPage
        let planned: PlannedDay
        let after: PlanMoment
    }

    /// Visits all moments that can be reached and gives every transition to a check.
    private func explore(
        baseline: Int?,
        pace: PlanPace,
        check: (Transition) -> Bool
    ) -> (states: Int, transitions: Int, places: Int) {
        var course = PlanCourse(plan: .builtIn, pace: pace)
        let inputs = PlanSymbol.allCases.map { ($0, $0.day) }
        var seen: Set<PlanMoment> = [.start]
        var waiting = [PlanMoment.start]
        var transitions = 0
        while let before = waiting.popLast() {
            for (symbol, day) in inputs {
                var run = before.spikeRun
                let page = symbol.page(&run)
                course.state = before.state(baseline: baseline)
                let planned = course.live(day, page: page)
                let level = course.ladder.rungs[course.state.place].level
                let after = PlanMoment(after: course.state, run: run, level: level)
                transitions += 1
                let isRight = check(
                    Transition(
                        before: before,
                        symbol: symbol,
                        page: page,
                        planned: planned,
                        after: after
                    )
                )
                if !isRight { Issue.record("\(before) \(symbol) → \(after)") }
                if seen.insert(after).inserted { waiting.append(after) }
            }
        }
        return (seen.count, transitions, Set(seen.map(\.place)).count)
    }

    @Test(arguments: PlanPace.allCases)
    func `all statements hold for every transition of every state`(pace: PlanPace) {
        var states = 0
        var transitions = 0
        for baseline in [nil, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] {
            let ladder = PlanLadder(.builtIn, baseline: baseline)
            let found = explore(baseline: baseline, pace: pace) { isRight($0, ladder) }
            #expect(found.places == ladder.rungs.count)
            states += found.states
            transitions += found.transitions
        }
        print("pace \(pace.rawValue): \(states) states, \(transitions) transitions checked")
        #expect(transitions == states * PlanSymbol.allCases.count)
    }

    private func isRight(_ step: Transition, _ ladder: PlanLadder) -> Bool {
        isInRange(step.after, ladder) && nothingCountsInHardTimes(step) && dropsOneLevel(step)
            && noDataChangesNothing(step) && risesOnlyForAReason(step) && asksGently(step)
    }

    private func isInRange(_ moment: PlanMoment, _ ladder: PlanLadder) -> Bool {
        guard ladder.rungs.indices.contains(moment.place), moment.count >= 0 else {
            return false
        }
        return moment.count < ladder.rungs[moment.place].level.days ?? .max
    }

    /// Whether the day is a spike or flare-up day, under a flag, or in a drop-back week.
    private func isHard(_ step: Transition) -> Bool {
        let heldUntil = step.planned.state.dropBack?.heldUntil
        return step.symbol.isSpike || step.symbol == .declared
            || !step.planned.state.flags.isEmpty
            || (step.before.dropBack?.daysLeft ?? 0) > 0
            || heldUntil.map { PlanMoment.day <= $0 } ?? false
    }

    private func nothingCountsInHardTimes(_ step: Transition) -> Bool {
        guard isHard(step) else { return true }
        let resumed = step.before.dropBack != nil && step.planned.state.dropBack == nil
        return !step.planned.isCounted && !step.planned.completesLevel && !resumed
            && step.after.place <= step.before.place
    }

    private func dropsOneLevel(_ step: Transition) -> Bool {
        let isDrop = step.page.events.contains(.longSpike)
        guard isDrop else { return step.after.place >= step.before.place }
        let resumes = step.before.dropBack?.resumes ?? step.before.place
        return step.after.place == max(0, step.before.place - 1) && step.after.count == 0
            && step.after.dropBack == PlanMoment.DropBack(resumes: resumes, daysLeft: 7)
    }

    private func noDataChangesNothing(_ step: Transition) -> Bool {
        guard step.symbol == .noData else { return true }
        let isDue = step.before.dropBack?.daysLeft == 0 && step.planned.state.flags.isEmpty
        if isDue, let resumes = step.before.dropBack?.resumes {
            return step.after.place == resumes && step.after.count == 0
                && step.after.dropBack == nil
        }
        return step.after.place == step.before.place && step.after.count == step.before.count
    }

    /// A level rises by one when a day completes it, or is the one that resumes.
    private func risesOnlyForAReason(_ step: Transition) -> Bool {
        let lived = step.planned.state.place
        let isResumed = lived == step.before.dropBack?.resumes
        guard
            step.planned.completesLevel ? step.after.place == lived + 1 : step.after.place == lived
        else { return false }
        return lived <= step.before.place || isResumed
    }

    /// Under an urgent flag and in a pause nothing is asked; on a flare-up day short walks are.
    private func asksGently(_ step: Transition) -> Bool {
        let planned = step.planned
        if step.after.isUrgent || step.after.isPaused {
            return planned.mode == (step.after.isUrgent ? .suspended : .paused)
                && planned.outcome == nil
        }
        let isFlareUp = step.symbol.isSpike || step.symbol == .declared
        return planned.mode == (isFlareUp ? .flareUp : .level)
            && planned.outcome?.asked.walks.count
                == (isFlareUp ? 3 : planned.rung.level.walks.count)
    }
}
