import Model
import TestSupport
import Testing

@testable import Store

struct DayCollectorTests {
    private func collected(_ readings: [StepReading], batch: Int = 1000) -> [PackedDay] {
        var collector = DayCollector<StepReading>()
        var start = 0
        while start < readings.count {
            collector.take(Array(readings[start..<min(start + batch, readings.count)]))
            start += batch
        }
        return collector.finish()
    }

    private func unpacked(_ days: [PackedDay]) throws -> [StepReading] {
        try days.flatMap { try StepReading.unpack($0.body, day: $0.day, source: $0.source) }
    }

    @Test func `readings in order become one row a day`() throws {
        let readings = (0..<3 * 1440).map { minute($0, Int32($0 % 90)) }
        let days = collected(readings)
        #expect(days.map(\.day) == [0, 1, 2].map { today.advanced(by: $0) })
        #expect(days.map(\.keys) == [1440, 1440, 1440])
        #expect(days[1].first == days[0].last)
        #expect(try unpacked(days) == readings)
    }

    @Test func `any order and any batches give the same rows`() throws {
        var generator = SeededGenerator(seed: 31)
        let readings = (0..<5000).map {
            minute($0, Int32($0 % 90), line: Int32($0), source: SourceIndex($0 % 3))
        }
        let ordered = collected(readings).map(\.body)
        for batch in [1, 7, 4096] {
            let shuffled = collected(readings.shuffled(using: &generator), batch: batch)
            #expect(shuffled.map(\.body) == ordered)
        }
    }

    @Test func `years in no order give the rows of the same years in order`() {
        var generator = SeededGenerator(seed: 32)
        // A reading every 37 minutes: more small pieces than are kept apart, several times over.
        let readings = (0..<4 * DayCollector<StepReading>.capacity).map {
            minute($0 * 37, Int32($0 % 90), line: Int32($0))
        }
        let ordered = collected(readings, batch: 4096)
        let shuffled = collected(readings.shuffled(using: &generator), batch: 4096)
        #expect(shuffled.map(\.day) == ordered.map(\.day))
        #expect(shuffled.map(\.keys) == ordered.map(\.keys))
        #expect(shuffled.map(\.body) == ordered.map(\.body))
    }

    @Test func `a day that comes in several pieces is joined, repeated readings once`() throws {
        let count = DayCollector<StepReading>.capacity
        let filler = (0..<count).map { minute(1440 + $0 % 1440, 1, line: Int32($0 % 1440)) }
        let days = collected([minute(3, 10)] + filler + [minute(3, 20), minute(1, 5)] + filler)
        #expect(days.count == 2)
        #expect(days[0].keys == 2)
        #expect(try unpacked([days[0]]) == [minute(1, 5), minute(3, 20)])
        #expect(days[1].keys == 1440)
    }

    @Test func `a row knows the first and last instant that its readings touch`() {
        let long = minute(10, 900, length: 3 * 1440)
        let backwards = minute(20, 5, length: -30)
        let days = collected([minute(5, 1), long, backwards])
        #expect(days.count == 1)
        #expect(days[0].first == backwards.end)
        #expect(days[0].last == long.end)
        #expect(days[0].end == long.end)
    }

    @Test func `instants at the ends of time are packed`() throws {
        let ends = [Int64.min, -1, 0, .max].map {
            StepReading(
                start: Instant(milliseconds: $0),
                end: Instant(milliseconds: $0),
                steps: 1,
                line: 1,
                source: 0
            )
        }
        #expect(try unpacked(collected(ends)) == ends)
    }

    @Test func `nothing gives no rows`() {
        #expect(collected([]).isEmpty)
    }
}
