import Model
import Testing

@testable import Store

struct WalkStoreObservationsTests {
    @Test func `recording takes count and times from the draft`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        var seen = file(1)
        seen.readings = 999
        _ = try store.record(seen, draft(steps: [minute(0, 5), minute(0, 5), minute(7, 1)]))
        let listed = try store.files(person: nil)
        #expect(listed.map(\.readings) == [2])
        #expect(listed.map(\.to) == [minute(7, 0).end])
    }

    @Test func `a reading over midnight marks both days, one that ends at midnight its own`() throws
    {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let over = try store.record(file(1), draft(steps: [minute(1430, 9, length: 20)]))
        #expect(over.marked == [days(0, 1)])
        let until = try store.record(file(2), draft(steps: [minute(1425, 9, length: 15)]))
        #expect(until.marked == [days(0, 0)])
    }

    @Test func `what changes something also marks the days around an open walk`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1), draft(steps: [minute(0, 5)]))
        var day = Day(date: today.advanced(by: -20), zoneName: "Europe/Oslo", coverage: .partial)
        day.walks = [Walk(start: morning, end: morning, active: .zero, isOpen: true)]
        let marks = try store.markedDays(person: "me")
        try store.save([day], replacing: days(-20, 0), clearing: marks, person: "me")
        #expect(try store.record(file(2), draft(steps: [minute(0, 5)])).marked == [])
        let result = try store.record(file(3), draft(steps: [minute(5, 5)]))
        #expect(result.marked == [days(-21, -19), days(0, 0)])
        #expect(try store.markedDays(person: "me").ranges == result.marked)
    }

    @Test func `the span of all observations is cut to plausible time`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        #expect(try store.allObservationSpan(person: "me", limits: limits) == nil)
        _ = try store.record(
            file(1),
            draft(steps: [minute(5, 5)], tracks: [[point(-60), point(-40)]])
        )
        let span = try store.allObservationSpan(person: "me", limits: limits)
        #expect(span == point(-60).time..<minute(5, 0).end.advanced(by: 1))
        _ = try store.record(
            file(2),
            draft(steps: [minute(-40 * 525_960, 1), minute(900 * 1440, 1)])
        )
        #expect(try store.allObservationSpan(person: "me", limits: limits) == span)
        _ = try store.record(file(3), draft(steps: [minute(0, 1, length: 900 * 1440)]))
        let cut = try store.allObservationSpan(person: "me", limits: limits)
        #expect(cut?.upperBound == limits.latest.advanced(by: 1))
        #expect(try store.allObservationSpan(person: "anna", limits: limits) == nil)
    }

    @Test func `ten thousand days of one reading are marked as one range`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let result = try store.record(
            file(1),
            draft(steps: [minute(0, 5, length: 10_000 * 1440)])
        )
        #expect(result.marked == [days(0, 9999)])
    }

    @Test func `a file that names a source it does not have is stored not at all`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let draft = draft(steps: [minute(0, 5), minute(1, 5, source: 9)])
        #expect(throws: StoreProblem.self) { try store.record(file(1), draft) }
        #expect(try store.files(person: nil) == [])
        #expect(try store.storedRows() == [])
    }
}
