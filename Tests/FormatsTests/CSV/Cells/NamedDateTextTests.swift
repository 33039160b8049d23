import Model
import Testing

@testable import Formats

@Suite struct NamedDateTextTests {
    @Test(
        arguments: [
            "Fr, 25 Mai 2012 20:31", "25 May 2012 20:31:00", "ven., 25. mai 2012 20:31",
            "P, 25 máj 2012 20:31", "mar., 25 mai 2012 20:31", "May 25, 2012, 8:31:00 PM",
            "May 25, 2012, 8:31:00\u{202F}PM", "Mai 25 2012 20:31", "25 May 2012, 20:31:00",
        ])
    func `a date with the name of its month`(text: String) throws {
        let time = Array(text.utf8).withUnsafeBufferPointer { NamedDateText.read($0) }
        // 2012-05-25T20:31 on a clock in UTC.
        #expect(time?.milliseconds == 1_337_977_860_000)
        #expect(time?.kind == .wall)
    }

    @Test(
        arguments: [
            "25 Foo 2012 20:31", "31 Feb 2012 20:31", "25 Mai 12 20:31", "25 Mai 2012",
            "25 Mai 2012 20:31Z", "25 Mai 2012 25:31", "2012-05-25 20:31", "",
            "May 25, 2012", "May 32, 2012, 8:31 PM", "May 25, 12, 8:31 PM",
            "May 25, 2012, 20:31 PM",
        ])
    func `anything else is none`(text: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { NamedDateText.read($0) } == nil)
    }

    @Test(
        arguments: [
            ("Feb 12", 2, 12), ("12 Feb", 2, 12), ("12. Februar", 2, 12), ("Feb 29", 2, 29),
            ("févr. 1", 2, 1),
        ])
    func `a day without a year`(text: String, month: Int, day: Int) {
        let found = Array(text.utf8).withUnsafeBufferPointer { NamedDateText.monthDay($0) }
        #expect(found == NamedDateText.MonthDay(month: month, day: day))
    }

    @Test(arguments: ["Feb 30", "Feb", "12", "12 12", "Feb 12 2026", "Foo 12", ""])
    func `no day without a year`(text: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { NamedDateText.monthDay($0) } == nil)
    }
}
