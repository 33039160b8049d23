import TestSupport
import Testing

@testable import Formats

@Suite struct ClockTextTests {
    private func read(_ text: String) -> ClockText.Value? {
        Array(text.utf8).withUnsafeBufferPointer { ClockText.read($0) }
    }

    private func millisecond(_ text: String) -> Int64? { read(text)?.millisecond }

    @Test func `hours, minutes, seconds and fractions`() {
        #expect(millisecond("05:13") == 18_780_000)
        #expect(millisecond("5:13") == 18_780_000)
        #expect(millisecond("00:00:00") == 0)
        #expect(millisecond("23:59:59.999") == 86_399_999)
        #expect(millisecond("10:00:00,5") == 36_000_500)
        #expect(millisecond("10:00:00.123456789") == 36_000_123)
    }

    @Test func `twelve o'clock is noon or midnight`() {
        #expect(millisecond("12:00:00 AM") == 0)
        #expect(millisecond("12:00 PM") == 43_200_000)
        #expect(millisecond("1:05:09 pm") == 47_109_000)
        #expect(millisecond("11:59\u{202F}PM") == 86_340_000)
        #expect(millisecond("13:00 PM") == nil)
        #expect(millisecond("0:30 AM") == nil)
    }

    @Test func `offsets of every spelling`() {
        #expect(read("10:00Z")?.offset == 0)
        #expect(read("10:00:00 UTC")?.offset == 0)
        #expect(read("10:00+05:30")?.offset == 19_800_000)
        #expect(read("10:00:00 -0500")?.offset == -18_000_000)
        #expect(read("10:00:00.000-03")?.offset == -10_800_000)
        #expect(read("10:00 AM +01:15")?.offset == 4_500_000)
        #expect(read("10:00")?.offset == nil)
    }

    @Test(
        arguments: [
            "", "10", "10:", "10:0", "24:00", "10:60", "10:00:60", "10:00:00.", "10:00:0",
            "10:00x", "10:00+", "10:00+5", "10:00+05:", "10:00+05:60", "10:00+19:00", "10:00+0530x",
            "10:00 PDT", "10:00Z ", "-1:00", "100:00", "10:00:00:00", "10:00 AMX", "10:00ZZ",
        ])
    func `anything else is no time of day`(text: String) {
        #expect(read(text) == nil)
    }

    @Test func `the short way reads what the long way reads, or nothing`() {
        var generator = SeededGenerator(seed: 13)
        let alphabet = Array("0123456789999:+-Zz.x ".utf8)
        let samples = ["06:15:00", "06:15:00Z", "23:59:59+02:00", "00:00:00-18:59"]
        var read = 0
        for _ in 0..<4000 {
            var text = Array((samples.randomElement(using: &generator) ?? "").utf8)
            if Bool.random(using: &generator) {
                let index = Int.random(in: 0..<text.count, using: &generator)
                text[index] = alphabet.randomElement(using: &generator) ?? 0
            }
            let short = text.withUnsafeBufferPointer { ClockText.readPlain($0, from: 0) }
            let long = text.withUnsafeBufferPointer { ClockText.read($0) }
            if short != nil { read += 1 }
            #expect(short == nil || short == long, "\(String(decoding: text, as: UTF8.self))")
        }
        #expect(read > 1000)
    }
}
