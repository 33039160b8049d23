import Model
import Testing

@testable import Summary

@Suite struct WhyPageTests {
    private let digest = String(repeating: "0a", count: 32)

    private func evidence(
        _ source: String,
        lines: ClosedRange<Int32>,
        isTrack: Bool = false
    ) -> DayReceipt.Evidence {
        DayReceipt.Evidence(
            source: source,
            file: FileReference(name: "\(source).csv", sha256: digest),
            firstLine: lines.lowerBound,
            lastLine: lines.upperBound,
            isTrack: isTrack
        )
    }

    private func lines(_ entries: [DayReceipt.Entry]) -> [String] {
        WhyPage.lines(
            DayReceipt(date: Example.date, entries: entries),
            home: Example.home,
            style: .plain
        )
    }

    @Test func `a walk names its file, its lines, and who lost`() {
        let entry = DayReceipt.Entry(
            walk: Example.morningWalk,
            minutes: Example.morningWalk.active,
            steps: Steps(2210),
            winners: [evidence("watch", lines: 12...34)],
            losers: [
                .init(
                    evidence: evidence("phone", lines: 7...7),
                    reason: .betterSource("watch")
                )
            ]
        )
        #expect(
            lines([entry]) == [
                "Saturday 2026-11-21", "",
                "Walk 07:02–07:23: 20.9 min, 2 210 steps",
                "  from watch: watch.csv, lines 12–34, SHA-256 \(digest)",
                "  not  phone: phone.csv, line 7, SHA-256 \(digest)",
                "       because watch recorded the same time and ranks better",
            ]
        )
    }

    @Test func `the rest of the day and points of tracks have their words`() {
        let entry = DayReceipt.Entry(
            walk: nil,
            minutes: .minutes(12),
            steps: nil,
            winners: [evidence("gpx", lines: 1...90, isTrack: true)],
            losers: []
        )
        let page = lines([entry])
        #expect(page[2] == "The rest of the day: 12.0 min")
        #expect(page[3].hasPrefix("  from gpx: gpx.csv, points of lines 1–90, "))
    }

    @Test func `every reason says why`() {
        let reasons: [(reason: DayReceipt.Reason, words: String)] = [
            (.betterSource("a\u{1B}"), "a\\u{1b} recorded the same time and ranks better"),
            (.notWorn, "it counted less than half of the best source"),
            (.finerRecord, "a finer record covers the same time"),
            (.implausible(.tooLate), "it lies in the future"),
            (.vehicle, "a track shows a vehicle"),
        ]
        for (reason, words) in reasons {
            let loser = DayReceipt.Loser(evidence: evidence("x", lines: 1...1), reason: reason)
            let entry = DayReceipt.Entry(
                walk: nil,
                minutes: .zero,
                steps: nil,
                winners: [],
                losers: [loser]
            )
            #expect(lines([entry]).last == "       because \(words)")
        }
    }

    @Test func `a day without records says so`() {
        #expect(lines([]).last == "No data: no file holds a record of this day.")
    }
}
