import Model
import Testing

@testable import Store

struct DiaryWalksTests {
    /// Three walks: before midnight, at 01:00 and at 13:00; asks what a table finds of them.
    private func find(
        _ ask: (DiaryWalks) throws(StoreProblem) -> [Int]
    ) throws -> [Int] {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        defer { store.close() }
        let lines = [entry(5, .walk(10)), entry(60, .walk(30)), entry(780, .walk(60))]
        try store.say(lines, content: 1)
        return try store.onQueue { (connection) throws(StoreProblem) in
            try ask(DiaryWalks(connection: connection, person: 1))
        }
    }

    private func at(_ minute: Int) -> Instant { morning.advanced(by: Int64(minute) * 60_000) }

    @Test(arguments: [
        (0..<30, 999, [-5]), (5..<30, 999, []), (59..<800, 999, [30, 720]), (59..<720, 999, [30]),
        (-99..<999, 60, [-5, 30]), (-99..<999, 59, [-5]), (-99..<999, 0, []),
    ])
    func `walks that touch a stretch and have ended are found`(
        span: Range<Int>,
        now: Int,
        starts: [Int]
    ) throws {
        let found = try find { (walks) throws(StoreProblem) in
            try walks.touching(minutes(span), now: at(now)).map {
                Int(morning.milliseconds(to: $0.first) / 60_000)
            }
        }
        #expect(found == starts)
    }

    @Test func `the days of walks that ended between two moments`() throws {
        let counts = try find { (walks) throws(StoreProblem) in
            let night = try walks.daysOfEnds(after: at(0), upTo: at(60))
            let noon = try walks.daysOfEnds(after: at(60), upTo: at(900))
            let nothing = try walks.daysOfEnds(after: at(780), upTo: at(900))
            return [night, noon, nothing].map { $0.ranges.reduce(0) { $0 + $1.count } }
        }
        #expect(counts == [2, 1, 0])
    }

    @Test func `the last end of a source is that of a walk that has ended`() throws {
        let ends = try find { (walks) throws(StoreProblem) in
            try [999, 700, 4].map { (now) throws(StoreProblem) in
                let end = try walks.lastEnd(source: 1, now: at(now))
                return end.map { Int(morning.milliseconds(to: $0) / 60_000) } ?? -1
            }
        }
        #expect(ends == [780, 60, -1])
    }

    @Test func `all of a walk is walking, without steps`() {
        let walk = DiaryWalks.Found(
            source: 1,
            content: 1,
            first: at(0),
            last: at(25),
            line: .max
        )
        let reading = walk.reading(source: 3)
        #expect(reading.moving == .minutes(25))
        #expect(reading.steps == nil)
        #expect(reading.source == 3)
        #expect(reading.line == .max)
    }
}

extension ClosedRange<CivilDay> {
    /// How many days it holds.
    fileprivate var count: Int { lowerBound.days(to: upperBound) + 1 }
}
