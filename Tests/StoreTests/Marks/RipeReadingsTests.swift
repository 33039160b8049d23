import Model
import Testing

@testable import Store

struct RipeReadingsTests {
    /// A store whose readings were derived with a limit ten days after `morning`.
    private func withDerived(
        _ draft: FileDraft,
        _ body: (WalkStore) throws -> Void
    ) throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1), draft)
        try store.markRipened(to: day(10))
        let marks = try store.markedDays(person: "me")
        try store.save([], replacing: days(0, 99), clearing: marks, person: "me")
        try body(store)
    }

    private func day(_ offset: Int) -> Instant {
        morning.advanced(by: Int64(offset) * 86_400_000)
    }

    private func marked(_ store: WalkStore) throws -> [ClosedRange<CivilDay>] {
        try store.markedDays(person: "me").ranges
    }

    @Test func `readings are marked once when their end becomes plausible`() throws {
        let steps = [minute(0, 5), minute(12 * 1440, 5), minute(8 * 1440, 90, length: 7 * 1440)]
        try withDerived(draft(steps: steps)) { store in
            try store.markRipened(to: day(11))
            #expect(try marked(store) == [])
            try store.markRipened(to: day(13))
            #expect(try marked(store) == [days(12, 12)])
            try store.markRipened(to: day(20))
            #expect(try marked(store) == [days(8, 14)])
            let marks = try store.markedDays(person: "me")
            try store.save([], replacing: days(0, 99), clearing: marks, person: "me")
            try store.markRipened(to: day(40))
            #expect(try marked(store) == [])
        }
    }

    @Test func `a clock that is set back marks what lies in the future again`() throws {
        try withDerived(draft(steps: [minute(0, 5), minute(7 * 1440, 5)])) { store in
            try store.markRipened(to: day(5))
            #expect(try marked(store) == [days(7, 7)])
        }
    }

    @Test func `a sample that ripens marks the days to its neighbours`() throws {
        let samples = [0, 3, 6, 12].map { sample($0 * 1440, Int64($0)) }
        try withDerived(draft(counters: samples)) { store in
            try store.markRipened(to: day(14))
            #expect(try marked(store) == [days(3, 12)])
        }
    }

    @Test func `points and declared walks ripen too`() throws {
        let walk = DeclaredReading(
            start: day(20),
            end: day(20).advanced(by: 60_000),
            moving: .minutes(1),
            steps: nil,
            line: 1,
            source: 0
        )
        let track = [point(0), point(15 * 86_400), point(16 * 86_400)]
        try withDerived(draft(tracks: [track], declared: [walk])) { store in
            try store.markRipened(to: day(18))
            #expect(try marked(store) == [days(15, 16)])
            try store.markRipened(to: day(21))
            #expect(try marked(store) == [days(15, 16), days(20, 20)])
        }
    }

    @Test func `the first time everything that is plausible is marked`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1), draft(steps: [minute(0, 5), minute(30 * 1440, 5)]))
        let marks = try store.markedDays(person: "me")
        try store.save([], replacing: days(0, 99), clearing: marks, person: "me")
        try store.markRipened(to: day(10))
        #expect(try marked(store) == [days(0, 0)])
    }
}
