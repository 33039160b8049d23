import Model
import TestSupport
import Testing

@testable import Formats

@Suite struct TimeTextTests {
    private func read(_ text: String, _ order: DateOrder? = nil) -> TimeText.Value {
        var reader = TimeText(order: order)
        return Array(text.utf8).withUnsafeBufferPointer { reader.read($0) }
    }

    private func shown(_ text: String, _ order: DateOrder? = nil) -> String? {
        guard case .time(let time) = read(text, order) else { return nil }
        let instant = CSVTrial.text(Instant(milliseconds: time.milliseconds))
        return "\(time.kind) \(instant)"
    }

    @Test func `ISO 8601 with T or a blank, with and without seconds and offset`() {
        #expect(shown("2026-10-01T06:15:00Z") == "instant 2026-10-01T06:15Z")
        #expect(shown("2026-10-01 06:15:00") == "wall 2026-10-01T06:15Z")
        #expect(shown("2026-10-01t06:15z") == "instant 2026-10-01T06:15Z")
        #expect(shown("2026-10-01T06:14:03.552356Z") == "instant 2026-10-01T06:14:03.552Z")
        #expect(shown("2020-12-31 17:08:11 -0500") == "instant 2020-12-31T22:08:11Z")
        #expect(shown("2021-01-07T21:51:59.179+01:15") == "instant 2021-01-07T20:36:59.179Z")
        #expect(shown("2010-10-13 11:12PM") == "wall 2010-10-13T23:12Z")
        #expect(shown("2026-10-01") == "date 2026-10-01T00:00Z")
        #expect(shown("2026/1/2 8:05") == "wall 2026-01-02T08:05Z")
        #expect(shown("2026.01.02") == "date 2026-01-02T00:00Z")
    }

    @Test func `an epoch has ten digits or thirteen`() {
        #expect(shown("1748500380") == "instant 2025-05-29T06:33Z")
        #expect(shown("1748500380.25") == "instant 2025-05-29T06:33:00.250Z")
        #expect(shown("1748500380000") == "instant 2025-05-29T06:33Z")
        #expect(read("174850038") == .invalid)
        #expect(read("17485003800") == .invalid)
        #expect(read("17485003800001") == .invalid)
        #expect(read("1748500380000.5") == .invalid)
        #expect(read("20261001") == .invalid)
    }

    @Test func `day and month are read in the file's order`() {
        #expect(shown("4/12/2016 12:00:00 AM", .monthFirst) == "wall 2016-04-12T00:00Z")
        #expect(shown("4/12/2016 12:00:00 AM", .dayFirst) == "wall 2016-12-04T00:00Z")
        #expect(shown("1.4.2024", .dayFirst) == "date 2024-04-01T00:00Z")
        #expect(shown("29-08-2026", .dayFirst) == "date 2026-08-29T00:00Z")
        #expect(shown("1/1/20 1:11") == "wall 2020-01-01T01:11Z")
        #expect(shown("09/26/26, 20:16:00", .monthFirst) == "wall 2026-09-26T20:16Z")
    }

    @Test func `without an order a date that has two readings has none`() {
        #expect(read("04/05/2026") == .undecided)
        #expect(read("13/05/2026") == .undecided)
        #expect(shown("05/05/2026") == "date 2026-05-05T00:00Z")
        #expect(read("13/05/2026", .monthFirst) == .contradiction)
        #expect(read("13/13/2026") == .invalid)
    }

    @Test func `a two-digit year with dashes may stand first and is not guessed`() {
        #expect(read("26-10-01", .dayFirst) == .invalid)
        #expect(shown("01/10/26", .dayFirst) == "date 2026-10-01T00:00Z")
    }

    @Test func `what a date says about the order`() {
        func order(_ text: String) -> DateOrder? {
            Array(text.utf8).withUnsafeBufferPointer { TimeText.order(in: $0) }
        }
        #expect(order("13/02/2020") == .dayFirst)
        #expect(order("02/13/2020 10:00") == .monthFirst)
        #expect(order("02/03/2020") == nil)
        #expect(order("2020-02-13") == nil)
        #expect(order("13/02/2020 nonsense") == nil)
    }

    @Test(
        arguments: [
            "", "x", "2026", "2026-10", "2026-13-01", "2026-02-29", "2026-10-01T", "2026-10-01 ",
            "2026-10-0106:15", "2026-10-01T06:15:00+", "0000-01-01", "10000-01-01", "2026-10-01Z",
            "2026-10-01T24:00:00", "+2026-10-01", "2026-10-01T06:15:00ZZ", "Feb 12",
            "2026-10-01-02", "1/2/3", "1/2/03.5", "--", "2026-10/01", "12345678901234567890",
        ])
    func `anything else is no time`(text: String) {
        #expect(read(text) == .invalid)
        #expect(read(text, .dayFirst) == .invalid)
    }

    @Test func `a remembered date gives what a fresh reader gives`() {
        var generator = SeededGenerator(seed: 11)
        var reader = TimeText()
        let tails = ["", "T06:15:00Z", " 06:15", "T06:1x", "x", "T06:15:00+02:00"]
        for _ in 0..<2000 {
            let day = Int.random(in: 1...3, using: &generator)
            let text = "2026-10-0\(day)" + (tails.randomElement(using: &generator) ?? "")
            let value = Array(text.utf8).withUnsafeBufferPointer { reader.read($0) }
            #expect(value == read(text), "\(text)")
        }
    }
}
