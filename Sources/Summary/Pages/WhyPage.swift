import LinuxSystem
package import Model

/// The receipt of a day: which file and source won each walk and the rest, and why the others did
/// not: `amble why DATE`.
package enum WhyPage {
    /// Writes the page.
    ///
    /// - Parameters:
    ///   - receipt: the receipt.
    ///   - home: the zones in which times are shown.
    ///   - style: how it may look.
    /// - Returns: the lines, without their ends.
    package static func lines(
        _ receipt: DayReceipt,
        home: HomeZones,
        style: PageStyle
    ) -> [String] {
        let clock = HomeClock(home)
        let title = style.strong("\(receipt.date.longWeekdayName) \(receipt.date)")
        guard !receipt.entries.isEmpty else {
            return [title, "", "No data: no file holds a record of this day."]
        }
        return [title] + receipt.entries.flatMap { [""] + entry($0, clock, style) }
    }

    private static func entry(
        _ entry: DayReceipt.Entry,
        _ clock: HomeClock,
        _ style: PageStyle
    ) -> [String] {
        let steps = entry.steps.map { ", \(Decimals.grouped($0.count)) steps" } ?? ""
        let head = "\(name(entry, clock)): \(entry.minutes.decimalMinutes) min\(steps)"
        return [style.strong(head)] + entry.winners.map { "  from " + evidence($0) }
            + entry.losers.flatMap { loser in
                ["  not  " + evidence(loser.evidence), "       because \(because(loser.reason))"]
            }
    }

    private static func name(_ entry: DayReceipt.Entry, _ clock: HomeClock) -> String {
        guard let walk = entry.walk else { return "The rest of the day" }
        let kind = walk.kind == .run ? "Run" : "Walk"
        return "\(kind) \(clock.span(walk.start, walk.end))"
    }

    private static func evidence(_ evidence: DayReceipt.Evidence) -> String {
        let unit = evidence.isTrack ? "points of line" : "line"
        let place =
            evidence.firstLine == evidence.lastLine
            ? "\(unit) \(evidence.firstLine)"
            : "\(unit)s \(evidence.firstLine)–\(evidence.lastLine)"
        let file = evidence.file.name.escapingControlCharacters
        return "\(evidence.source.escapingControlCharacters): \(file), \(place), "
            + "SHA-256 \(evidence.file.sha256)"
    }

    private static func because(_ reason: DayReceipt.Reason) -> String {
        switch reason {
        case .betterSource(let name):
            "\(name.escapingControlCharacters) recorded the same time and ranks better"
        case .notWorn: "it counted less than half of the best source"
        case .finerRecord: "a finer record covers the same time"
        case .implausible(let why): "it \(why)"
        case .vehicle: "a track shows a vehicle"
        }
    }
}
