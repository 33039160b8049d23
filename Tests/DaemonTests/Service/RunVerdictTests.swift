import Ingest
import Model
import Testing

@testable import Daemon

struct RunVerdictTests {
    @Test func `nothing wrong is done`() {
        #expect(code(countsKnown: true, []) == .done)
        let good: [IntakeResult] = [
            .recorded(record(.taken)), .recorded(record(.known, isNew: false)),
        ]
        #expect(code(countsKnown: true, good) == .done)
        #expect(code(countsKnown: false, good) == .done)
    }

    @Test(arguments: [FileOutcome.refused, .partly])
    func `a file that is wrong makes the data wrong`(outcome: FileOutcome) {
        for countsKnown in [true, false] {
            #expect(code(countsKnown: countsKnown, [.recorded(record(outcome))]) == .wrongData)
        }
    }

    @Test func `a file refused earlier counts only for who names it`() {
        let again = IntakeResult.recorded(record(.refused, isNew: false))
        #expect(code(countsKnown: true, [again]) == .wrongData)
        #expect(code(countsKnown: false, [again]) == .done)
    }

    @Test func `a file that is gone counts only for who names it`() {
        #expect(code(countsKnown: true, [.gone]) == .wrongData)
        #expect(code(countsKnown: false, [.gone]) == .done)
    }

    @Test func `waiting is graver than wrong, and a failed store graver than both`() {
        let wrong = IntakeResult.recorded(record(.refused))
        #expect(code(countsKnown: false, [wrong, .recorded(record(.waiting))]) == .tryAgain)
        #expect(
            code(countsKnown: false, [.unfinished(stillForMilliseconds: 1), wrong]) == .tryAgain
        )
        var verdict = RunVerdict(countsKnown: false)
        verdict.add(.recorded(record(.waiting)))
        verdict.add(.done([]))
        #expect(verdict.code == .tryAgain)
        verdict.add(.failed("the disk is full"))
        verdict.add(.done([]))
        #expect(verdict.code == .inputOutput)
    }

    private func code(countsKnown: Bool, _ results: [IntakeResult]) -> ExitCode {
        var verdict = RunVerdict(countsKnown: countsKnown)
        for result in results { verdict.add(result) }
        return verdict.code
    }
}
