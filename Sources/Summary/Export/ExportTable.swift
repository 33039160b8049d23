package import Model
package import Scoring

/// Everything back out: days, walks and minutes as CSV or JSON Lines (`amble export`).
///
/// A table writes one line at a time, so that years of minutes pass through a page of memory. Lines
/// come without their ends; a field nothing is known of is empty in CSV and absent in JSON.
package struct ExportTable: Sendable {
    /// How lines are written; the raw value is what a person types.
    package enum Format: String, Sendable, CaseIterable {
        /// Comma-separated values (RFC 4180) under a line of headings.
        case csv
        /// JSON Lines, days and walks as `--json` writes them.
        case json
    }

    /// What is exported; the raw value is what a person types.
    package enum Content: String, Sendable, CaseIterable {
        /// One line a minute that has steps or walking.
        case minutes
        /// One line a walk.
        case walks
        /// One line a day, days without data too.
        case days
    }

    /// A minute as it counts after fusion.
    package struct Minute: Hashable, Sendable {
        /// Its beginning.
        package let start: Instant
        /// The steps; nothing when nobody counted.
        package let steps: Int64?
        /// The credited walking time, at most a minute; nothing outside of walks.
        package let walking: Milliseconds?

        /// Makes a minute.
        package init(start: Instant, steps: Int64?, walking: Milliseconds?) {
            self.start = start
            self.steps = steps
            self.walking = walking
        }
    }

    private let format: Format
    private let person: String
    private let home: HomeZones
    private let clock: HomeClock

    /// Makes a table.
    ///
    /// - Parameters:
    ///   - format: CSV or JSON.
    ///   - person: whose days they are.
    ///   - home: the zones whose offsets the times bear.
    package init(_ format: Format, person: String, home: HomeZones) {
        self.format = format
        self.person = person
        self.home = home
        clock = HomeClock(home)
    }

    /// The line of headings; nothing for JSON.
    package func heading(_ content: Content) -> String? {
        guard format == .csv else { return nil }
        let names =
            switch content {
            case .minutes: ["time", "steps", "walkingMilliseconds"]
            case .walks: Self.walkColumns
            case .days: Self.dayColumns
            }
        return CSVText.line(names)
    }

    /// The line of a minute.
    package func line(_ minute: Minute) -> String {
        let time = clock.rfc3339(minute.start)
        let walking = minute.walking?.count
        guard format == .csv else {
            return JSONText.object([
                "time": .string(time), "steps": minute.steps.map { .number($0) },
                "walkingMilliseconds": walking.map { .number($0) },
            ]).text
        }
        return CSVText.line([time, Self.text(minute.steps), Self.text(walking)])
    }

    /// The line of a walk that starts on a date.
    package func line(_ walk: Walk, date: CivilDay) -> String {
        guard format == .csv else {
            return WalkJSON.line(walk, date: date, person: person, home: home)
        }
        let bounds = walk.quality == .estimated ? walk.activeBounds : nil
        let pause = walk.quality == .estimated ? nil : walk.pause
        return CSVText.line([
            date.description, person, clock.rfc3339(walk.start), clock.rfc3339(walk.end),
            walk.active.decimalMinutes, bounds?.lowerBound.decimalMinutes,
            bounds?.upperBound.decimalMinutes, pause?.decimalMinutes,
            Self.text(walk.steps?.count), Self.text(walk.cadence), walk.kind.rawValue,
            walk.quality.rawValue, Self.text(walk.distance?.whole), Self.text(walk.climb?.whole),
            walk.sources.joined(separator: "; "), walk.isOpen ? "true" : nil,
        ])
    }

    /// The line of a day.
    package func line(_ scored: ScoredDay) -> String {
        guard format == .csv else {
            return DayJSON.line(scored, person: person, home: home)
        }
        let day = scored.day
        let stepping = day.hasData ? day.stepping : nil
        return CSVText.line([
            day.date.description, day.zoneName, person, day.coverage.rawValue,
            Self.text(day.hasData ? day.steps?.count : nil), stepping?.central.decimalMinutes,
            stepping?.low.decimalMinutes, stepping?.high.decimalMinutes,
            day.hasData ? String(day.walks.count) : nil,
            Self.text(day.hasData ? scored.finding.percent : nil),
            scored.finding.average.tenthsOfMinute.map { Decimals.text($0, digits: 1) },
            String(scored.finding.average.daysWithData), scored.finding.group?.rawValue,
            scored.plan.mode.rawValue, scored.plan.level, scored.plan.result?.rawValue,
            Self.text(scored.pain.usual), Self.text(scored.pain.lowest),
            Self.text(scored.pain.highest),
        ])
    }
}

extension ExportTable {
    private static let walkColumns = [
        "date", "person", "start", "end", "minutes", "minutesLow", "minutesHigh", "pauseMinutes",
        "steps", "cadence", "kind", "quality", "distanceMetres", "climbMetres", "sources", "open",
    ]

    private static let dayColumns = [
        "date", "timeZone", "person", "coverage", "steps", "walkedMinutes", "walkedMinutesLow",
        "walkedMinutesHigh", "walks", "percent", "averageMinutes7", "daysWithData7", "group",
        "planMode", "planLevel", "planResult", "painUsual", "painLowest", "painHighest",
    ]

    private static func text(_ number: (some BinaryInteger)?) -> String? {
        number.map { String($0) }
    }
}
