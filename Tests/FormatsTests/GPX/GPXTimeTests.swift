import Model
import TestSupport
import Testing

@testable import Formats

struct GPXTimeTests {
    private func milliseconds(_ text: String) -> Int64? {
        GPXTime.instant(Array(text.utf8).span)?.milliseconds
    }

    /// The moment 2026-07-26T05:01:04Z.
    private static let moment: Int64 = 1_785_042_064_000

    @Test(arguments: [
        ("2026-07-26T05:01:04Z", 0), ("2026-07-26T05:01:04.000Z", 0),
        ("2026-07-26T05:01:04.8Z", 800),
        ("2026-07-26T05:01:04.123456789Z", 123), ("2026-07-26T05:01:04.9999Z", 999),
        ("2026-07-26T07:01:04.51+02:00", 510), ("2026-07-26T06:16:04+01:15", 0),
        ("2026-07-26T10:31:04+0530", 0), ("2026-07-26T00:01:04-05", 0),
        ("2026-07-26T05:01:04", 0), ("  2026-07-26T05:01:04Z\n", 0), ("2026-07-26 05:01:04", 0),
        ("2026-07-26T05:01:04 Z", 0), ("2026-07-26t05:01:04z", 0), ("2026-07-26T05:01:04,5Z", 500),
        ("2026-07-26T05:01:04+00:00", 0), ("2026-07-26T05:01Z", -4000),
    ])
    func `times are read in every form that recorders use`(text: String, past: Int64) {
        #expect(milliseconds(text) == Self.moment + past)
    }

    @Test func `the end of a day may be called 24 o'clock, a leap second is the next one`() {
        #expect(milliseconds("2026-07-25T24:00:00Z") == milliseconds("2026-07-26T00:00:00Z"))
        #expect(milliseconds("2016-12-31T23:59:60Z") == milliseconds("2017-01-01T00:00:00Z"))
        #expect(milliseconds("2026-07-25T24:00:01Z") == nil)
    }

    @Test func `far years are times all the same`() {
        #expect(milliseconds("1970-01-01T00:00:00Z") == 0)
        #expect(milliseconds("1234-05-06T07:08:09Z") != nil)
        #expect(milliseconds("4096-05-06T07:08:09Z") != nil)
        #expect(milliseconds("0001-01-01T00:00:00+23:59") != nil)
        #expect(milliseconds("9999-12-31T23:59:59-23:59") != nil)
    }

    @Test(arguments: [
        "", "2026", "2026-07-26", "2026-07-26T", "2026-07-26T05", "2026-07-26T05:01:0",
        "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
        "0000-01-01T00:00:00Z", "-026-01-01T00:00:00Z", "12026-01-01T00:00:00Z",
        "2026-07-26T25:00:00Z", "2026-07-26T05:60:00Z", "2026-07-26T05:01:61Z",
        "2026-07-26T05:01:04.Z", "2026-07-26T05:01:04ZZ", "2026-07-26T05:01:04+1",
        "2026-07-26T05:01:04+24:00", "2026-07-26T05:01:04+01:60", "2026-07-26T05:01:04+01:",
        "26.07.2026 05:01:04", "2026-7-26T5:01:04Z", "04-FEB-13 22:16:37", "2026-07-26T05:01:04X",
    ])
    func `what is no time is none`(text: String) {
        #expect(milliseconds(text) == nil)
    }

    @Test func `no bytes trap`() {
        var random = SeededGenerator(seed: 2)
        let letters = Array("0123456789-:TZ+. e".utf8)
        for _ in 0..<5_000 {
            let count = Int.random(in: 0...30, using: &random)
            let bytes = (0..<count).map { _ in letters.randomElement(using: &random) ?? 0 }
            let text = String(decoding: bytes, as: UTF8.self)
            if let time = milliseconds(text) {
                #expect(WallTime(utc: Instant(milliseconds: time)).asUTC.milliseconds == time)
            }
        }
    }
}
