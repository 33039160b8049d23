import Model
import Testing

struct UnitsTests {
    @Test(arguments: [(2_999, 0), (3_000, 1), (8_999, 1), (9_000, 2), (60_000, 10)])
    func `tenths of a minute are rounded half up`(milliseconds: Int64, tenths: Int64) {
        #expect(Milliseconds(milliseconds).tenthsOfMinute == tenths)
    }

    @Test func `whole minutes and metres are rounded half up`() {
        #expect(Milliseconds(29_999).wholeMinutes == 0)
        #expect(Milliseconds(30_000).wholeMinutes == 1)
        #expect(Metres(millimetres: 1_499).whole == 1)
        #expect(Metres(millimetres: 1_500).whole == 2)
        #expect(Metres(millimetres: -1_500).whole == -1)
    }

    @Test func `lengths add up and compare`() {
        var sum = Milliseconds.minutes(2) + Milliseconds(500)
        sum += Milliseconds(500)
        #expect(sum - Milliseconds(1_000) == .minutes(2))
        #expect(Milliseconds(1) < Milliseconds(2))
        var steps = Steps(3)
        steps += Steps(4)
        #expect(steps == Steps(7) && Steps(1) < Steps(2))
    }
}
