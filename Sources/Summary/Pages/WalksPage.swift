import LinuxSystem
package import Model

/// One line a walk under a line of headings: `amble walks`.
package enum WalksPage {
    /// Writes the page.
    ///
    /// - Parameters:
    ///   - days: the days whose walks are shown, by date.
    ///   - withTracks: whether recorded tracks that are no walk are shown too.
    ///   - home: the zones in which times are shown.
    ///   - style: how it may look.
    /// - Returns: the lines, without their ends.
    package static func lines(
        _ days: [Day],
        withTracks: Bool = false,
        home: HomeZones,
        style: PageStyle
    ) -> [String] {
        let clock = HomeClock(home)
        var table = TextTable([
            .left, .left, .right, .right, .right, .right, .right, .right, .left,
        ])
        table.add([
            "date", "time", "walking", "pause", "steps", "a minute", "distance", "climb", "source",
        ])
        let rows = days.flatMap { day in
            self.rows(of: day, withTracks: withTracks).map { cells($0, on: day.date, clock) }
        }
        guard !rows.isEmpty else { return ["No walks in these days."] }
        for row in rows { table.add(row) }
        let lines = table.lines
        return [style.faint(lines[0])] + lines.dropFirst()
    }

    /// Walks, and tracks if wanted, in the order of their beginnings.
    package static func rows(of day: Day, withTracks: Bool) -> [Walk] {
        guard withTracks else { return day.walks }
        return (day.walks + day.tracks).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    private static func cells(_ walk: Walk, on date: CivilDay, _ clock: HomeClock) -> [String] {
        [
            "\(date) \(date.weekdayName)", clock.span(walk.start, walk.end),
            WalkWords.minutes(walk), pause(walk),
            walk.steps.map { Decimals.grouped($0.count) } ?? "",
            walk.cadence.map { String($0) } ?? "",
            walk.distance.map(distance) ?? "", walk.climb.map { "\($0.whole) m" } ?? "",
            source(walk),
        ]
    }

    private static func pause(_ walk: Walk) -> String {
        guard walk.quality != .estimated, let pause = walk.pause else { return "" }
        return pause.spoken
    }

    /// Kilometres with two decimals from one kilometre on, else metres.
    private static func distance(_ distance: Metres) -> String {
        let metres = distance.whole
        guard metres >= 1000 else { return "\(metres) m" }
        return Decimals.text((metres + 5) / 10, digits: 2) + " km"
    }

    private static func source(_ walk: Walk) -> String {
        let names = walk.sources.map(\.escapingControlCharacters).joined(separator: ", ")
        let remarks = [
            walk.kind == .run ? "run" : nil,
            walk.kind == .track ? "track, no walk" : nil,
            walk.quality == .estimated ? "estimated" : nil,
            walk.quality == .declared ? "declared" : nil,
            walk.isPoorTrack ? "poor positions" : nil,
        ].compactMap { $0 }
        return remarks.isEmpty ? names : "\(names) (\(remarks.joined(separator: ", ")))"
    }
}
