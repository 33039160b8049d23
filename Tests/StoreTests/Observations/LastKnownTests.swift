import Model
import Testing

@testable import Store

struct LastKnownTests {
    /// What the store says of the source of the first minute.
    private func last(_ store: WalkStore, limits: Plausibility = limits) throws -> [Instant] {
        try store.observations(person: "me", in: minutes(0..<1), limits: limits).lastKnown
    }

    @Test func `it is the greatest end, wherever its row lies`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let long = minute(30, 900, length: 1500)
        _ = try store.record(file(1), draft(steps: [minute(0, 1), long, minute(1450, 3)]))
        #expect(try last(store) == [long.end])
    }

    @Test func `what is implausible does not count until it is plausible`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let future = minute(20 * 1440, 5)
        let steps = [
            minute(0, 1), minute(50, 30_000), minute(90, 4, length: -2), minute(40, 7), future,
            minute(60, 900, length: 30 * 1440),
        ]
        _ = try store.record(file(1), draft(steps: steps))
        #expect(try last(store) == [minute(40, 0).end])
        let later = Plausibility(now: future.end)
        #expect(try last(store, limits: later) == [future.end])
    }

    @Test func `it is one for all kinds of records of a name`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1), draft(steps: [minute(0, 1)]))
        _ = try store.record(file(2), draft(counters: [sample(77, 5)]))
        let strange = Source(name: "watch", kind: .unknown)
        _ = try store.record(file(3), draft(tracks: [[point(0), point(6000)]], source: strange))
        #expect(try Set(last(store)) == [point(6000).time])
    }

    @Test func `a track with a wrong last time counts to its last plausible point`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(
            file(1),
            draft(tracks: [[point(0), point(50), point(90 * 86_400)]])
        )
        #expect(try last(store) == [point(50).time])
    }

    @Test func `without a plausible record it is the beginning of plausible time`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1), draft(steps: [minute(0, 30_000)]))
        #expect(try last(store) == [limits.earliest])
    }
}
