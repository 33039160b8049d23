import Model
import Testing

@testable import Store

struct SegmentClosureTests {
    private func stretch(_ first: Int, _ last: Int) -> [TrackPoint] {
        stride(from: first, through: last, by: 10).map { point($0) }
    }

    /// The first seconds of the segments that belong to a stretch of minutes.
    private func found(_ store: WalkStore, _ span: Range<Int>) throws -> [Int64] {
        let found = try store.observations(person: "me", in: minutes(span), limits: limits)
        return found.tracks.map {
            morning.milliseconds(to: $0.reading.points[0].time) / 1000
        }.sorted()
    }

    @Test func `neighbours within five minutes belong to it, and theirs`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let tracks = [(0, 60), (360, 420), (720, 780), (1090, 1100)].map { stretch($0.0, $0.1) }
        for (number, track) in tracks.enumerated() {
            _ = try store.record(file(number), draft(tracks: [track]))
        }
        #expect(try found(store, 0..<1) == [0, 360, 720])
        #expect(try found(store, 18..<19) == [1090])
        #expect(try found(store, 15..<18) == [])
    }

    @Test func `neighbours are of the same source`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1), draft(tracks: [stretch(0, 60)]))
        let other = Source(name: "phone", kind: .gpx)
        _ = try store.record(file(2), draft(tracks: [stretch(70, 90)], source: other))
        #expect(try found(store, 0..<1) == [0])
    }

    @Test func `a segment around the stretch is read whole`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1), draft(tracks: [stretch(-6000, 6000)]))
        #expect(try found(store, 5..<6) == [-6000])
    }

    @Test func `a segment with a wrong time is read but brings no neighbours`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let broken = [point(-20 * 86_400)] + stretch(0, 60)
        _ = try store.record(file(1), draft(tracks: [broken]))
        _ = try store.record(file(2), draft(tracks: [stretch(-86_400, -86_000)]))
        #expect(try found(store, 0..<1) == [-20 * 86_400])
    }
}
