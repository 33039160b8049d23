import Model
import Testing

@testable import Scoring

@Suite struct SpikeRunTests {
    private func longOnes(_ scores: [(Int, String, Bool)]) -> [Bool] {
        var run = SpikeRun()
        return scores.map { run.take(isSpike: $2, at: PlanScene.at($0, $1)) }
    }

    @Test func `a run is long when it lasts more than a day`() {
        #expect(longOnes([(0, "20:00", true), (1, "20:00", true)]) == [false, false])
        #expect(longOnes([(0, "20:00", true), (1, "20:00:01", true)]) == [false, true])
        #expect(longOnes([(0, "20:00", true), (9, "08:00", true)]) == [false, true])
    }

    @Test func `a calm score ends it`() {
        #expect(
            longOnes([(0, "08:00", true), (1, "09:00", false), (1, "21:00", true)])
                == [false, false, false]
        )
    }

    @Test func `it is long once, and a new run may be long again`() {
        #expect(
            longOnes([
                (0, "08:00", true), (1, "09:00", true), (2, "09:00", true), (5, "09:00", true),
                (6, "08:00", false), (6, "09:00", true), (7, "10:00", true),
            ]) == [false, true, false, false, false, false, true]
        )
    }

    @Test func `a single score is no run, however high`() {
        #expect(longOnes([(0, "08:00", true)]) == [false])
        #expect(longOnes([(0, "08:00", false), (3, "08:00", true)]) == [false, false])
    }
}
