import Model
import Testing

@testable import Sessions

struct LastRecordsTests {
    private let next = Scene.date.advanced(by: 1)

    private var records: LastRecords {
        LastRecords(
            window: MinuteWindow(dates: Scene.date...next.advanced(by: 1), home: HomeZones(.utc))
        )
    }

    @Test func `the latest end of each day holds, of equal ones the first name`() {
        var last = records
        last.note(start: at("10:00").milliseconds, end: at("10:01").milliseconds, source: 4)
        last.note(start: at("09:00").milliseconds, end: at("09:01").milliseconds, source: 1)
        last.note(start: at("10:00").milliseconds, end: at("10:01").milliseconds, source: 2)
        #expect(last.days.map { $0?.time } == [at("10:01").milliseconds, nil, nil])
        #expect(last.days[0]?.source == 2)
    }

    @Test func `a record over days ends on each of them`() {
        var last = records
        last.note(start: at("10:00").milliseconds, end: at("10:00", next).milliseconds, source: 0)
        #expect(
            last.days.map { $0?.time } == [
                at("00:00", next).milliseconds, at("10:00", next).milliseconds, nil,
            ]
        )
    }

    @Test func `a record to midnight is none of the next day, an instant at midnight is`() {
        var last = records
        last.note(start: at("23:00").milliseconds, end: at("00:00", next).milliseconds, source: 0)
        #expect(last.days.map { $0 == nil } == [false, true, true])
        last.note(
            start: at("00:00", next).milliseconds,
            end: at("00:00", next).milliseconds,
            source: 0
        )
        #expect(last.days.map { $0 == nil } == [false, false, true])
    }

    @Test func `records outside of the window, and mad ones, leave it alone`() {
        var last = records
        last.note(start: .min, end: .min, source: 0)
        last.note(start: .max, end: .max, source: 0)
        last.note(start: 0, end: 1, source: 0)
        #expect(last.days.allSatisfy { $0 == nil })
        last.note(start: .min, end: .max, source: 0)
        #expect(last.days.allSatisfy { $0 != nil })
    }
}
