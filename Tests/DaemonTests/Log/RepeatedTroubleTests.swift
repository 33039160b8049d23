import Daemon
import Testing

struct RepeatedTroubleTests {
    /// Which of these troubles, in turn, are told.
    private func told(_ keys: String, by troubles: inout RepeatedTrouble) -> String {
        var told = ""
        for key in keys where troubles.note(String(key)) { told.append(key) }
        return told
    }

    @Test func `a trouble is told once and then counted`() {
        var troubles = RepeatedTrouble()
        #expect(told("aaabab", by: &troubles) == "ab")
        #expect(troubles.count(of: "a") == 4)
        #expect(troubles.count(of: "b") == 2)
        #expect(troubles.count(of: "c") == 0)
    }

    @Test func `a trouble that was over is told again`() {
        var troubles = RepeatedTrouble()
        #expect(told("aa", by: &troubles) == "a")
        let times = troubles.settle("a")
        #expect(times == 2)
        let unknown = troubles.settle("a")
        #expect(unknown == 0)
        #expect(told("aa", by: &troubles) == "a")
        #expect(troubles.count(of: "a") == 2)
    }

    @Test func `memory is bounded, and nothing is swallowed`() {
        var troubles = RepeatedTrouble(capacity: 2)
        #expect(told("abab", by: &troubles) == "ab")
        #expect(told("c", by: &troubles) == "c")
        #expect(told("ac", by: &troubles) == "a", "told anew rather than never")
        var none = RepeatedTrouble(capacity: 0)
        #expect(told("aab", by: &none) == "ab")
    }
}
