import Model
import Testing

@testable import Scoring

@Suite struct AskedWalkTests {
    @Test func `a range is read as a plan file writes it`() {
        #expect(AskedWalk(written: "12-15") == AskedWalk(12, upTo: 15))
        #expect(AskedWalk(written: "15-12") == AskedWalk(15, upTo: 12))
        for text in [
            "", "12", "-", "12-", "-15", "12-15-18", "12 - 15", "a-b", "１-２", "12–15", "99999-1",
        ] {
            #expect(AskedWalk(written: text) == nil, "\(text)")
        }
    }

    @Test func `it is described as it is written`() {
        #expect(AskedWalk(20).description == "20")
        #expect(AskedWalk(12, upTo: 15).description == "12-15")
    }

    @Test func `a walk may lack a minute and no millisecond more`() {
        let asked: AskedWalk = 20
        var walk = PlanScene.walk(19, 0, "08:00")
        #expect(asked.isSatisfied(by: walk))
        walk.active.count -= 1
        #expect(!asked.isSatisfied(by: walk))
    }

    @Test func `a range asks for its lower end, its upper end is the most`() {
        let range = AskedWalk(12, upTo: 15)
        #expect(range.least == .minutes(12) && range.enough == .minutes(11))
        #expect(range.most == .minutes(15))
        #expect(AskedWalk(12).most == .minutes(12))
    }
}
