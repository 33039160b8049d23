import Model
import Scoring
import TestSupport
import Testing

@testable import Summary

/// Whatever a day holds, its line is sound JSON and says what COMMANDS.md §5 says it may.
@Suite struct JSONPropertyTests {
    private static func name(_ random: inout SeededGenerator) -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "\"", "\\", "\n", "\u{0}", "\u{1B}", "\u{2028}", "é", "😀", ",", "{", "\u{85}",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "a")
        }
        return text
    }

    private static func walk(_ random: inout SeededGenerator) -> Walk {
        let start = Int64.random(in: -60_000_000_000_000...200_000_000_000_000, using: &random)
        let active = Int64.random(in: 0...20_000_000, using: &random)
        return Walk(
            start: Instant(milliseconds: start),
            end: Instant(milliseconds: start + active),
            active: Milliseconds(active),
            pause: Bool.random(using: &random) ? .minutes(1) : nil,
            activeBounds: Bool.random(using: &random)
                ? Milliseconds(0)...Milliseconds(active) : nil,
            steps: Bool.random(using: &random) ? Steps(active / 600) : nil,
            kind: [.walk, .run, .track].randomElement(using: &random) ?? .walk,
            quality: [.measured, .estimated, .declared].randomElement(using: &random)
                ?? .measured,
            distance: Bool.random(using: &random) ? Metres(millimetres: active) : nil,
            isOpen: Bool.random(using: &random),
            sources: [name(&random), name(&random)]
        )
    }

    private static func scored(_ random: inout SeededGenerator) -> ScoredDay {
        let hasData = Bool.random(using: &random)
        let walked = Int64.random(in: 0...86_400_000, using: &random)
        let days = Int.random(in: 0...7, using: &random)
        let day = Day(
            date: CivilDay(daysSinceEpoch: Int32.random(in: -700_000...2_000_000, using: &random)),
            zoneName: name(&random),
            coverage: hasData ? .recorded : .none,
            steps: Bool.random(using: &random) ? Steps(walked / 600) : nil,
            stepping: Estimate(
                low: .zero,
                central: Milliseconds(walked),
                high: Milliseconds(86_400_000)
            ),
            walks: hasData ? [walk(&random)] : []
        )
        let advice = Advice.allCases.filter { _ in Bool.random(using: &random) }
        return Example.scored(
            day,
            plan: Bool.random(using: &random) ? Example.plan : PlanDay(mode: .none),
            advice: advice,
            lastData: hasData ? nil : LastRecord(time: Example.last.time, source: name(&random)),
            average: AverageWalking(
                total: Milliseconds(walked * Int64(days)),
                daysWithData: days
            )
        )
    }

    @Test func `every line is one sound object without null`() throws {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<400 {
            let scored = Self.scored(&random)
            let person = Self.name(&random)
            let line = DayJSON.line(scored, person: person, home: Example.home)
            #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{2028}" })
            let value = try JSONReader.read(line)
            #expect(value["person"] == .text(person))
            #expect(value["timeZone"] == .text(scored.day.zoneName))
        }
    }

    @Test func `what must be absent is absent, what must be there is there`() throws {
        var random = SeededGenerator(seed: 9)
        let always: Set = [
            "date", "timeZone", "person", "coverage", "walks", "finding", "plan", "pain", "advice",
        ]
        for _ in 0..<400 {
            let scored = Self.scored(&random)
            let value = try JSONReader.read(
                DayJSON.line(scored, person: "me", home: Example.home)
            )
            #expect(value.names.isSuperset(of: always))
            #expect(value["walkedMinutes"] != nil ? scored.day.hasData : !scored.day.hasData)
            if !scored.day.hasData {
                #expect(value["steps"] == nil && value["finding"]?["percent"] == nil)
                #expect(value["plan"]?["planMinutes"] == nil)
            }
            let few = scored.finding.average.daysWithData < 4
            #expect((value["finding"]?["group"] == nil) == few)
            #expect((value["finding"]?["averageMinutes7"] == nil) == few)
            let isAsked = scored.advice.contains(.noDataSince) && scored.lastData != nil
            #expect((value["lastData"] != nil) == isAsked)
        }
    }

    @Test func `the log line is one line whatever the names are`() {
        var random = SeededGenerator(seed: 10)
        for _ in 0..<400 {
            let line = SummaryLine.text(
                for: Self.scored(&random),
                person: Self.name(&random),
                home: Example.home
            )
            #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{2028}" })
        }
    }

    @Test func `the reader of these tests is strict`() {
        for text in ["", "null", "{\"a\":null}", "{\"a\":1,\"a\":2}", "[1,]", "1 ", "\"\n\"", "{"] {
            #expect(throws: JSONReader.Flaw.self, "\(text)") { try JSONReader.read(text) }
        }
    }
}
