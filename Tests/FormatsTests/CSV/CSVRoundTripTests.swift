import Formats
import Model
import TestSupport
import Testing

/// Readings written down in every manner the reader knows, and read back.
@Suite struct CSVRoundTripTests {
    /// How one file is written.
    struct Manner {
        enum Times: CaseIterable {
            case isoZ, isoOffset, isoWall, epochSeconds, epochMilliseconds, dayFirst, monthFirst
            case twoColumns
        }

        var times: Times
        var delimiter: String
        var lineEnd: String
        var isQuoted: Bool
        var hasMark: Bool
        var isUTF16: Bool
        var hasSource: Bool

        init(using generator: inout SeededGenerator) {
            times = Times.allCases.randomElement(using: &generator) ?? .isoZ
            delimiter = [",", ";", "\t", "|"].randomElement(using: &generator) ?? ","
            lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
            isQuoted = Bool.random(using: &generator)
            hasMark = Bool.random(using: &generator)
            isUTF16 = Bool.random(using: &generator)
            hasSource = Bool.random(using: &generator)
        }
    }

    struct Sample: Hashable {
        let second: Int64
        let steps: Int64
        let source: String
    }

    private static func samples(_ count: Int, _ generator: inout SeededGenerator) -> [Sample] {
        // The 20th of a month stands first: it decides the order of day and month.
        let first: Int64 = 1_784_505_600
        return (0..<count).map { index in
            Sample(
                second: index == 0
                    ? first : first + Int64.random(in: 0...5_000_000, using: &generator),
                steps: Int64.random(in: 0...300, using: &generator),
                source: ["Größe", "My Band", "a;b,c|d e \"f\""].randomElement(using: &generator)
                    ?? ""
            )
        }
    }

    private static func time(_ sample: Sample, _ times: Manner.Times) -> [String] {
        let utc = WallTime(utc: Instant(seconds: sample.second))
        let (year, month, day) = utc.day.parts
        let seconds = Int(utc.millisecondOfDay) / 1000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60]
            .map { padded($0, to: 2) }.joined(separator: ":")
        switch times {
        case .isoZ: return ["\(utc.day)T\(clock)Z"]
        case .isoOffset: return ["\(utc.day) \(clock) +0000"]
        case .isoWall: return ["\(utc.day) \(clock)"]
        case .epochSeconds: return [String(sample.second)]
        case .epochMilliseconds: return [String(sample.second) + "000"]
        case .dayFirst: return ["\(day).\(month).\(year) \(clock)"]
        case .monthFirst: return ["\(padded(month, to: 2))/\(padded(day, to: 2))/\(year), \(clock)"]
        case .twoColumns: return [utc.day.description, clock]
        }
    }

    private static func bytes(_ samples: [Sample], _ manner: Manner) -> [UInt8] {
        func cell(_ text: String) -> String {
            let needsQuotes = text.contains { ",;|\t\"".contains($0) }
            guard manner.isQuoted || needsQuotes else { return text }
            return "\""
                + text.split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: "\"\"") + "\""
        }
        let header = (manner.times == .twoColumns ? ["Date", "Time"] : ["Timestamp"]) + ["Steps"]
        let rows =
            [header + (manner.hasSource ? ["Source"] : [])]
            + samples.map {
                time($0, manner.times) + [String($0.steps)] + (manner.hasSource ? [$0.source] : [])
            }
        let text = rows.map { row in
            row.map(cell).joined(separator: manner.delimiter) + manner.lineEnd
        }.joined()
        if manner.isUTF16 { return [0xFF, 0xFE] + TranscoderTests.utf16(text, isLittle: true) }
        return (manner.hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    }

    private static func read(_ trial: CSVTrial, hasSource: Bool) -> [Sample] {
        trial.sink.steps.map { reading in
            Sample(
                second: reading.start.milliseconds / 1000,
                steps: Int64(reading.steps),
                source: hasSource ? trial.sink.sources[Int(reading.source)].name : ""
            )
        }
    }

    @Test func `what is written in any manner is read back`() throws {
        var generator = SeededGenerator(seed: 51)
        for round in 0..<250 {
            let manner = Manner(using: &generator)
            let samples = Self.samples(30, &generator)
            let source = PatchyBytes(
                Self.bytes(samples, manner),
                largest: 200,
                seed: UInt64(round)
            )
            let trial = try CSVTrial(source, zone: "UTC")
            #expect(trial.report.outcome == .taken, "\(manner) \(trial.problems)")
            #expect(trial.report.dialect == "generic")
            let expected = samples.map {
                Sample(
                    second: $0.second,
                    steps: $0.steps,
                    source: manner.hasSource ? $0.source : ""
                )
            }
            #expect(Self.read(trial, hasSource: manner.hasSource) == expected, "\(manner)")
        }
    }

    @Test func `cutting a file at any row and turning its rows round changes no reading`() throws {
        var generator = SeededGenerator(seed: 52)
        for _ in 0..<60 {
            var manner = Manner(using: &generator)
            // The date that decides lies in one part only, so dates of two readings are left out.
            if manner.times == .dayFirst || manner.times == .monthFirst { manner.times = .isoWall }
            let samples = Self.samples(20, &generator)
            let cut = Int.random(in: 0...samples.count, using: &generator)
            let parts = [Array(samples[..<cut]), Array(samples[cut...].reversed())]
            let found = try parts.flatMap { part in
                let trial = try CSVTrial(MemoryBytes(Self.bytes(part, manner)), zone: "UTC")
                return Self.read(trial, hasSource: manner.hasSource)
            }
            let whole = try CSVTrial(MemoryBytes(Self.bytes(samples, manner)), zone: "UTC")
            #expect(Set(found) == Set(Self.read(whole, hasSource: manner.hasSource)))
        }
    }

    @Test func `a damaged cell costs its row and no other`() throws {
        var generator = SeededGenerator(seed: 53)
        for _ in 0..<150 {
            var manner = Manner(using: &generator)
            manner.isUTF16 = false
            manner.hasMark = false
            let samples = Self.samples(20, &generator)
            let victim = Int.random(in: 1..<samples.count, using: &generator)
            var lines = Self.bytes(samples, manner).split(
                omittingEmptySubsequences: true,
                whereSeparator: { $0 == 0x0A || $0 == 0x0D }
            ).map(Array.init)
            // A letter where a time or a number begins; line 0 is the header.
            lines[victim + 1].insert(UInt8(ascii: "x"), at: manner.isQuoted ? 1 : 0)
            let text = Array(lines.joined(separator: [0x0A])) + [0x0A]
            let trial = try CSVTrial(MemoryBytes(text), zone: "UTC")
            var expected = samples
            expected.remove(at: victim)
            #expect(trial.report.outcome == .partly)
            #expect(trial.report.problems.first.map(\.place.line) == [victim + 2])
            #expect(
                Self.read(trial, hasSource: false).map(\.second) == expected.map(\.second)
            )
        }
    }
}
