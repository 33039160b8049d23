import Ingest
import LinuxSystem
import Model
import Sessions
import Store
import TestSupport
import Testing

struct StoredDerivationTests {
    @Test func `with nothing marked nothing is derived`() throws {
        let bench = try IntakeBench()
        #expect(try bench.derive().isEmpty)
        bench.take("a.csv", holding: csv(minutes: 0..<10))
        #expect(try !bench.derive().isEmpty)
        #expect(try bench.derive().isEmpty)
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `days derived piece by piece are those of one rebuild`(seed: UInt64) throws {
        let bench = try IntakeBench()
        var generator = SeededGenerator(seed: seed)
        for (number, piece) in pieces(seed: seed).shuffled(using: &generator).enumerated() {
            bench.take("piece-\(number)\(piece.hasPrefix("<") ? ".gpx" : ".csv")", holding: piece)
            if Bool.random(using: &generator) { try bench.derive() }
        }
        try bench.derive()
        let derived = try bench.days()
        #expect(derived.contains { !$0.walks.isEmpty })
        try bench.store.markEverything()
        try bench.derive()
        #expect(try bench.days() == derived)

        let whole = try IntakeBench()
        for (number, piece) in pieces(seed: seed).enumerated() {
            whole.take("\(number)\(piece.hasPrefix("<") ? ".gpx" : ".csv")", holding: piece)
        }
        try whole.derive()
        #expect(try whole.days() == derived)
    }

    @Test func `a late walk changes its day and no other`() throws {
        let bench = try IntakeBench()
        var exports = InventedExports(seed: 9)
        let first = day("2026-08-20")
        bench.take("all.csv", holding: InventedExports.csv(exports.minutes(from: first, days: 60)))
        try bench.derive()
        let before = try bench.days()
        let late = day("2026-09-20")
        let start = Instant(seconds: Int64(late.daysSinceEpoch) * 86_400 + 2 * 3_600)
        bench.take("late.gpx", holding: InventedExports.gpx(from: start, seconds: 900))
        let derived = try bench.derive()
        #expect(derived.allSatisfy { $0.person == "me" })
        for dates in derived.map(\.dates) {
            #expect(dates.lowerBound >= late.advanced(by: -2))
            #expect(dates.upperBound <= late.advanced(by: 2))
        }
        let after = try bench.days()
        let changed = zip(before, after).filter { $0 != $1 }.map(\.1.date)
        #expect(before.count == after.count)
        #expect(changed == [late])
    }

    @Test(arguments: [1, 2] as [UInt64])
    func `a night and a day without a pause hang together, in whatever order they come`(
        seed: UInt64
    ) throws {
        // Pottering every fourth minute for sixty hours: no quiet zone separates the days.
        let start = Int64(day("2026-11-10").daysSinceEpoch) * 1440 + 600
        let chain = stride(from: start, to: start + 60 * 60, by: 4).map { $0 }
        let bench = try IntakeBench()
        var generator = SeededGenerator(seed: seed)
        let cuts = stride(from: 0, to: chain.count, by: 60).map { $0..<min(chain.count, $0 + 60) }
        for (number, cut) in cuts.shuffled(using: &generator).enumerated() {
            bench.take("\(number).csv", holding: csv(minutes: chain[cut], steps: 70))
            try bench.derive()
        }
        let whole = try IntakeBench()
        whole.take("all.csv", holding: csv(minutes: chain, steps: 70))
        try whole.derive()
        #expect(try bench.days() == whole.days())
        #expect(try whole.days().compactMap(\.steps?.count).reduce(0, +) == Int64(chain.count * 70))
    }

    @Test func `readings of a clock that runs ahead count once their time has come`() throws {
        let bench = try IntakeBench()
        let ahead = Int64(day("2026-11-25").daysSinceEpoch) * 1440 + 600
        bench.take(
            "ahead.csv",
            holding: csv(minutes: [ahead - 7 * 1440] + (ahead..<ahead + 10), steps: 100)
        )
        try bench.derive()
        #expect(try bench.days().compactMap(\.steps?.count).reduce(0, +) == 100)
        let later = IntakeBench.now.advanced(by: 6 * 86_400_000)
        #expect(try !bench.derivation.run(now: later).isEmpty)
        #expect(try bench.days().compactMap(\.steps?.count).reduce(0, +) == 1_100)
        #expect(try bench.derivation.run(now: later).isEmpty)
    }

    @Test func `each person's days are derived for themselves`() throws {
        let bench = try IntakeBench()
        bench.take("a.csv", holding: csv(minutes: 0..<10))
        bench.write("b.csv", csv(minutes: 0..<20))
        #expect(bench.take("b.csv", person: "anna", isFinal: true).record?.isNew == true)
        #expect(Set(try bench.derive().map(\.person)) == ["anna", "me"])
        #expect(try bench.days().compactMap(\.steps?.count) == [1_000])
        #expect(try bench.days(person: "anna").compactMap(\.steps?.count) == [2_000])
    }

    @Test func `a receipt names the file and the lines of every walk`() throws {
        let bench = try IntakeBench()
        let text = csv(minutes: 0..<10)
        bench.take("walk.csv", holding: text)
        try bench.derive()
        let receipt = try bench.derivation.receipt(
            of: day("2026-11-20"),
            person: "me",
            now: IntakeBench.now
        )
        let entry = try #require(receipt.entries.first)
        #expect(entry.walk != nil && entry.steps?.count == 1_000)
        #expect(entry.winners.map(\.file.name) == ["walk.csv"])
        #expect(entry.winners.map(\.file.sha256) == [SHA256.of(Array(text.utf8))])
        #expect(entry.winners.map(\.firstLine) == [2] && entry.winners.map(\.lastLine) == [11])
        let nothing = try bench.derivation.receipt(
            of: day("2026-01-01"),
            person: "me",
            now: IntakeBench.now
        )
        #expect(nothing.entries.isEmpty)
        let nobody = try bench.derivation.receipt(
            of: day("2026-11-20"),
            person: "nobody",
            now: IntakeBench.now
        )
        #expect(nobody.entries.isEmpty)
    }

    @Test func `minutes given back are those that came in`() throws {
        let bench = try IntakeBench()
        var exports = InventedExports(seed: 3)
        let minutes = exports.minutes(from: day("2026-11-01"), days: 5)
        bench.take("all.csv", holding: InventedExports.csv(minutes))
        let dates = day("2026-10-30")...day("2026-11-08")
        let figures = try bench.derivation.minutes(dates, person: "me", now: IntakeBench.now)
        #expect(figures.map(\.minute) == minutes.map(\.minute))
        #expect(figures.map { $0.steps?.count } == minutes.map { Int64($0.steps) })
        #expect(figures.allSatisfy { (0...60_000).contains($0.walking.count) })
        #expect(
            try bench.derivation.minutes(dates, person: "nobody", now: IntakeBench.now).isEmpty
        )
    }

    /// Two weeks of minutes in overlapping pieces, and some tracks.
    private func pieces(seed: UInt64) -> [String] {
        var exports = InventedExports(seed: seed)
        let first = day("2026-11-03")
        let minutes = exports.minutes(from: first, days: 14)
        let starts = stride(from: 0, to: minutes.count, by: 150)
        let tables = starts.map { start in
            InventedExports.csv(minutes[start..<min(minutes.count, start + 190)])
        }
        let tracks = (0..<3).map { number in
            let midnight = Int64(first.advanced(by: number * 4).daysSinceEpoch) * 86_400
            return InventedExports.gpx(
                from: Instant(seconds: midnight + 84_600),
                seconds: 600 + 1_200 * number
            )
        }
        return tables + tracks
    }
}
