import Model
import Testing

@testable import Store

struct CounterNeighboursTests {
    @Test func `a new sample marks the days to the second day with samples on either side`() throws
    {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let old = [-9, -6, -3, 4, 6, 9].map { sample($0 * 1440, 5) }
        _ = try store.record(file(1), draft(counters: old))
        let result = try store.record(file(2), draft(counters: [sample(30, 6)]))
        #expect(result.marked == [days(-6, 6)])
    }

    @Test func `the first samples of a counter mark the days between them`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let result = try store.record(
            file(1),
            draft(counters: [sample(0, 1), sample(5 * 1440, 2)])
        )
        #expect(result.marked == [days(0, 5)])
    }

    @Test func `a counter of the same name is a neighbour whatever its modulus`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let rolling = Source(name: "watch", kind: .watch, counterModulus: 65_536)
        _ = try store.record(
            file(1),
            draft(counters: [sample(-4 * 1440, 1)], source: rolling)
        )
        let result = try store.record(file(2), draft(counters: [sample(0, 2)]))
        #expect(result.marked == [days(-4, 0)])
    }

    @Test func `samples that were known mark nothing`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let samples = [sample(0, 1), sample(1440, 2)]
        _ = try store.record(file(1), draft(counters: samples))
        #expect(try store.record(file(2), draft(counters: samples)).marked == [])
    }

    @Test func `other persons' and other sources' samples are no neighbours`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let far = sample(-4 * 1440, 1)
        _ = try store.record(file(1, person: "anna"), draft(counters: [far]))
        let phone = Source(name: "phone", kind: .phone)
        _ = try store.record(file(2), draft(counters: [far], source: phone))
        #expect(try store.record(file(3), draft(counters: [sample(0, 2)])).marked == [days(0, 0)])
    }
}
