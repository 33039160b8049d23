import Model
import Testing

@testable import Sessions

struct CoarseFusionTests {
    private let window = MinuteWindow(dates: Scene.date...Scene.date, home: HomeZones(.utc))

    /// Settles the records of sources, the best-ranked first.
    private func fusion(
        _ sources: [[(String, String, Int32)]],
        active: Range<Int> = 0..<0,
        vehicle: Range<Int> = 0..<0
    ) -> CoarseFusion {
        let epochs = sources.enumerated().flatMap { source, records in
            StepMinutes(
                records.map {
                    StepRecord(
                        start: at($0.0).milliseconds,
                        end: at($0.1).milliseconds,
                        steps: $0.2
                    )
                },
                source: source,
                window: window
            ) { _ in source }.epochs
        }
        let minutes = 0..<window.count
        return CoarseFusion(
            epochs,
            window: window,
            coverage: MinuteCoverage(window: window),
            active: active.reduce(into: MinuteSpeakers(count: window.count)) {
                $0.noteOther(at: $1)
            },
            isVehicle: vehicle.isEmpty ? [] : minutes.map { vehicle.contains($0) }
        )
    }

    @Test func `a whole epoch counts in all of its minutes`() {
        let used = fusion([[("10:00:30", "10:15:30", 900)]]).used
        #expect(used.map(\.isWhole) == [true])
        #expect(used.map(\.isMarked) == [true])
        #expect(used[0].shares.map(\.steps).reduce(0, +) == 900)
        #expect(used[0].shares.map(\.length).reduce(0, +) == 900_000)
        #expect(used[0].shares.first?.length == 30_000)
    }

    @Test func `a better-ranked epoch takes its time from the others`() {
        let used = fusion([[("10:00", "10:30", 900)], [("10:20", "10:50", 1500)]]).used
        #expect(used.map(\.isWhole) == [true, false])
        #expect(used.map(\.isMarked) == [true, false])
        #expect(used[1].shares.map(\.steps).reduce(0, +) == 1000)
    }

    @Test func `time that two better epochs claim is taken once`() {
        let used = fusion([
            [("10:00:00", "10:10:20", 100)],
            [("10:00:10", "10:10:10", 100), ("10:10:20", "10:20:20", 900)],
        ]).used
        #expect(used.map(\.isWhole) == [true, false, true])
        #expect(used.map(\.isMarked) == [false, false, true])
        #expect(used.map { $0.shares.reduce(0) { $0 + $1.steps } } == [100, 0, 900])
        let doubled = fusion([
            [("10:00", "10:10", 100)], [("10:05", "10:15", 200)], [("10:02", "10:20", 1800)],
        ]).used
        #expect(doubled.map { $0.shares.reduce(0) { $0 + $1.steps } } == [100, 500, 100])
    }

    @Test func `activity of a finer source unmarks, and so does a vehicle`() {
        let records = [[("10:00", "10:15", Int32(900))]]
        #expect(fusion(records, active: 605..<606).used.map(\.isMarked) == [false])
        let ridden = fusion(records, vehicle: 600..<610).used
        #expect(ridden.map(\.isMarked) == [false])
        #expect(ridden[0].shares.map(\.steps).reduce(0, +) == 300)
        #expect(fusion(records, vehicle: 600..<615).used[0].shares.isEmpty)
    }

    @Test func `epochs are found by the minutes they touch`() {
        let found = fusion([[("10:00", "10:15", 9), ("10:15", "10:30", 9), ("12:00", "13:00", 9)]])
        #expect(found.used(touching: 614..<615).map(\.epoch.start) == [at("10:00").milliseconds])
        #expect(found.used(touching: 0..<1440).count == 3)
        #expect(found.used(touching: 800..<810).isEmpty)
        #expect(found.replacedMinutes.isEmpty)
    }
}
