import Model
import Testing

@testable import Store

struct SegmentTableTests {
    private func tracks(_ store: WalkStore) throws -> [(points: Int, sha256: String)] {
        let found = try store.observations(person: "me", in: minutes(-60..<600), limits: limits)
        return found.tracks.map {
            ($0.reading.points.count, found.files[Int($0.file)].sha256)
        }
    }

    @Test func `a longer version of a track replaces the shorter one, in either order`() throws {
        let short = [(0..<50).map { point($0) }]
        let long = [(0..<80).map { point($0, line: Int32($0) + 9) }]
        for longFirst in [true, false] {
            let folder = StoreFolder()
            defer { folder.remove() }
            let store = try WalkStore(path: folder.database)
            let first = try store.record(file(1), draft(tracks: longFirst ? long : short))
            #expect(first.marked == [days(0, 0)])
            let second = try store.record(file(2), draft(tracks: longFirst ? short : long))
            #expect(second.marked.isEmpty == longFirst)
            #expect(try tracks(store).map(\.points) == [80])
        }
    }

    @Test func `of equal tracks that of the least hash stays`() throws {
        for order in [[1, 2], [2, 1]] {
            let folder = StoreFolder()
            defer { folder.remove() }
            let store = try WalkStore(path: folder.database)
            for number in order {
                let points = (0..<50).map { point($0, line: Int32($0 * number)) }
                _ = try store.record(file(number), draft(tracks: [points]))
            }
            #expect(try tracks(store).map(\.sha256) == [sha(1)])
        }
    }

    @Test func `a track that stands twice in a file is kept once`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let points = (0..<50).map { point($0) }
        _ = try store.record(file(1), draft(tracks: [points, points]))
        #expect(try tracks(store).count == 1)
    }

    @Test func `tracks of the same time at other places are both kept`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let here = (0..<50).map { point($0) }
        let there = here.map {
            TrackPoint(
                time: $0.time,
                latitude: $0.latitude + 1,
                longitude: $0.longitude,
                elevation: $0.elevation,
                line: $0.line
            )
        }
        _ = try store.record(file(1), draft(tracks: [here]))
        #expect(try store.record(file(2), draft(tracks: [there])).marked == [days(0, 0)])
        #expect(try tracks(store).count == 2)
    }

    @Test func `a run is unbroken`() {
        let points = (0..<10).map { point($0) }
        #expect(SegmentTable.isRun(points, of: points))
        #expect(SegmentTable.isRun(Array(points[3..<7]), of: points))
        #expect(!SegmentTable.isRun([points[3], points[5]], of: points))
        #expect(!SegmentTable.isRun(points, of: Array(points[0..<9])))
        #expect(!SegmentTable.isRun([point(99)], of: points))
        #expect(SegmentTable.isRun([], of: points))
    }

    @Test func `pieces are read back as one segment`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let draft = FileDraft()
        _ = draft.index(of: watch)
        for piece in 0..<12 {
            draft.take(
                track: TrackPiece(
                    source: 0,
                    segment: 4,
                    piece: Int32(piece),
                    points: (0..<10).map { point(piece * 10 + $0) }
                )
            )
        }
        _ = try store.record(file(1), draft)
        let found = try store.observations(person: "me", in: minutes(0..<1), limits: limits)
        #expect(found.tracks.map(\.reading.segment) == [4])
        #expect(found.tracks[0].reading.points == (0..<120).map { point($0) })
    }
}
