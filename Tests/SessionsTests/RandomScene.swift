import Model
import TestSupport

/// Invented weeks of several trackers, the same for the same seed.
struct RandomScene {
    private(set) var scene = Scene()
    private(set) var generator: SeededGenerator
    /// The dates on which something may be recorded.
    let dates: ClosedRange<CivilDay>

    init(seed: UInt64, days: Int = 6, zone: String = "Europe/Berlin") {
        generator = SeededGenerator(seed: seed)
        scene.home = HomeZones(.named(zone))
        // The days around a change of clocks.
        let first = CivilDay(daysSinceEpoch: 20_538)
        dates = first...first.advanced(by: days - 1)
    }

    /// A scene with a bit of everything.
    static func full(seed: UInt64) -> RandomScene {
        var random = RandomScene(seed: seed)
        random.addFiles(3)
        random.addMinutes("watch", .watch, file: 0)
        random.addMinutes("phone", .phone, omitsZeros: true, file: 1)
        random.addEpochs("band", file: 1)
        random.addEpochs("phone", file: 2)
        random.addLooseRecords("loose", file: 2)
        random.addMarks("marks", file: 0)
        random.addCounter("counter", file: 2)
        random.addTotals("totals", file: 1)
        random.addDeclared("diary", file: 0)
        random.addDeclared("app", file: 2)
        return random
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    private mutating func chance(_ percent: Int) -> Bool {
        number(1...100) <= percent
    }

    private mutating func instant(on date: CivilDay) -> Instant {
        scene.home.start(of: date).advanced(by: Int64(number(0...1380)) * 60_000)
    }

    mutating func addFiles(_ count: Int) {
        for place in 0..<count {
            scene.observations.files.append(
                FileReference(name: "file \(place)", sha256: "\((place * 7 + 3) % 10)")
            )
        }
    }

    /// Minutes with walks, pottering, silence and zeros.
    mutating func addMinutes(
        _ name: String,
        _ kind: SourceKind,
        omitsZeros: Bool = false,
        file: Int32 = 0
    ) {
        let source = scene.source(name, kind, omitsZeros: omitsZeros)
        for date in Self.each(dates) {
            for _ in 0..<number(0...6) {
                let start = instant(on: date)
                let cadence = number(50...130)
                let steps = (0..<number(1...40)).map { _ -> Int32? in
                    if chance(6) { return nil }
                    if chance(15) { return Int32(number(0...60)) }
                    return Int32(cadence + number(-10...10))
                }
                scene.add(steps, from: start, source: source, file: file)
            }
            if !omitsZeros, chance(70) {
                scene.add(
                    times(number(30...600), 0),
                    from: instant(on: date),
                    source: source,
                    file: file
                )
            }
        }
    }

    /// Epochs of one length a day, of 10 to 60 minutes.
    mutating func addEpochs(_ name: String, file: Int32 = 0) {
        let source = scene.source(name, .phone)
        for date in Self.each(dates) where chance(70) {
            let length = Int64([10, 15, 30, 60][number(0...3)])
            let steps = (0..<number(1...20)).map { _ in
                chance(40) ? 0 : Int32(number(0...Int(length) * 90))
            }
            scene.add(steps, from: instant(on: date), every: length, source: source, file: file)
        }
    }

    /// Records of all lengths at all seconds, that overlap each other.
    mutating func addLooseRecords(_ name: String, file: Int32 = 0) {
        let source = scene.source(name, .unknown)
        for date in Self.each(dates) {
            var time = instant(on: date)
            for _ in 0..<number(0...60) {
                let length = Int64(number(1...(chance(20) ? 900 : 120))) * 1000
                scene.add(
                    Int32(number(0...Int(length / 500))),
                    time,
                    time.advanced(by: length),
                    source: source,
                    file: file
                )
                time = time.advanced(by: Int64(number(-30...200)) * 1000)
            }
        }
    }

    /// Records without an end, at a fixed rhythm or at any time.
    mutating func addMarks(_ name: String, file: Int32 = 0) {
        let source = scene.source(name, .unknown)
        for date in Self.each(dates) {
            let rhythm = [0, 5, 15, 60][number(0...3)]
            var time = instant(on: date)
            for _ in 0..<number(0...30) {
                scene.add(Int32(number(0...300)), time, time, source: source, file: file)
                let pause = rhythm == 0 ? number(1...400) : rhythm * 60 * number(1...2)
                time = time.advanced(by: Int64(pause) * 1000)
            }
        }
    }

    /// A counter that is looked at now and then, and starts anew sometimes.
    mutating func addCounter(_ name: String, file: Int32 = 0) {
        let source = scene.source(name, .watch, resetsDaily: chance(50))
        var value: Int64 = 0
        for date in Self.each(dates) {
            var time = instant(on: date)
            for _ in 0..<number(0...25) {
                value = chance(5) ? Int64(number(0...20)) : value + Int64(number(0...700))
                scene.count([(time, value)], source: source, file: file)
                time = time.advanced(by: Int64(number(20...3000)) * 1000)
            }
        }
    }

    mutating func addTotals(_ name: String, file: Int32 = 0) {
        let source = scene.source(name, .unknown)
        for date in Self.each(dates) where chance(60) {
            let span = scene.home.range(of: date)
            let shift = chance(70) ? 0 : Int64(number(-120...120)) * 60_000
            scene.add(
                Int32(number(0...20_000)),
                span.lowerBound.advanced(by: shift),
                span.upperBound.advanced(by: shift),
                source: source,
                file: file
            )
        }
    }

    mutating func addDeclared(_ name: String, file: Int32 = 0) {
        let source = scene.source(name, .declared)
        for date in Self.each(dates) where chance(60) {
            let start = instant(on: date).advanced(by: Int64(number(0...59)) * 1000)
            let length = Int64(number(1...90)) * 60_000 + Int64(number(0...999))
            scene.declare(
                start,
                start.advanced(by: length),
                moving: length * Int64(number(1...10)) / 10,
                steps: chance(50) ? Int32(number(0...3000)) : nil,
                source: source,
                file: file
            )
        }
    }

    static func each(_ dates: ClosedRange<CivilDay>) -> [CivilDay] {
        (0...dates.lowerBound.days(to: dates.upperBound)).map { dates.lowerBound.advanced(by: $0) }
    }
}

extension Observations {
    /// The observations that touch some dates, and three samples of each counter beside them, as
    /// a store gives them.
    func touching(_ dates: ClosedRange<CivilDay>, home: HomeZones) -> Observations {
        let span =
            home.start(of: dates.lowerBound)..<home.start(of: dates.upperBound.advanced(by: 1))
        var part = self
        part.steps = steps.filter { observed in
            observed.reading.start < span.upperBound && observed.reading.end >= span.lowerBound
        }
        part.declared = declared.filter { observed in
            observed.reading.start < span.upperBound && observed.reading.end > span.lowerBound
        }
        part.tracks = tracks.filter { observed in
            let times = observed.reading.points.map(\.time)
            return (times.min() ?? span.upperBound) < span.upperBound
                && (times.max() ?? span.lowerBound) >= span.lowerBound
        }
        part.counters = sources.indices.flatMap { source -> [Observed<CounterReading>] in
            let samples = counters.filter { Int($0.reading.source) == source }
            let before = Set(samples.map(\.reading.time).filter { $0 < span.lowerBound })
            let after = Set(samples.map(\.reading.time).filter { $0 >= span.upperBound })
            let near = Set(before.sorted().suffix(3) + after.sorted().prefix(3))
            return samples.filter {
                span.contains($0.reading.time) || near.contains($0.reading.time)
            }
        }
        part.lastKnown = sources.indices.map { source in
            let ends =
                steps.filter { Int($0.reading.source) == source }.map(\.reading.end)
                + counters.filter { Int($0.reading.source) == source }.map(\.reading.time)
                + declared.filter { Int($0.reading.source) == source }.map(\.reading.end)
                + tracks.filter { Int($0.reading.source) == source }.flatMap {
                    $0.reading.points.map(\.time)
                }
            return ends.max() ?? Instant(milliseconds: .min / 2)
        }
        return part
    }

    /// The same observations in another order, some of them twice.
    func shuffled(using generator: inout SeededGenerator) -> Observations {
        var other = self
        other.steps = (steps + steps.filter { _ in Bool.random(using: &generator) }).shuffled(
            using: &generator
        )
        other.counters = (counters + counters.prefix(3)).shuffled(using: &generator)
        other.declared = (declared + declared.prefix(3)).shuffled(using: &generator)
        other.tracks = tracks.shuffled(using: &generator)
        return other
    }
}
