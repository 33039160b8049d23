package import Model
package import Scoring

/// A day as programs read it, in one line of JSON (COMMANDS.md §5).
package enum DayJSON {
    /// What a line of `summary.jsonl` says besides the day.
    package struct Telling: Hashable, Sendable {
        /// 1 for the first line of the day, one more with each change.
        package let revision: Int
        /// When the line was written.
        package let written: Instant

        /// Makes the two.
        package init(revision: Int, written: Instant) {
            self.revision = revision
            self.written = written
        }
    }

    /// Writes the line.
    ///
    /// - Parameters:
    ///   - scored: the day.
    ///   - person: whose day it is.
    ///   - home: the zones whose offsets the times bear.
    ///   - telling: for `summary.jsonl` only.
    /// - Returns: the line, without its end.
    package static func line(
        _ scored: ScoredDay,
        person: String,
        home: HomeZones,
        telling: Telling? = nil
    ) -> String {
        let clock = HomeClock(home)
        return JSONText.object(
            figures(scored.day, person: person),
            [
                "walks": .array(scored.day.walks.map { WalkJSON.object($0, clock) }),
                "finding": finding(scored.finding, hasData: scored.day.hasData),
                "plan": PlanJSON.object(scored.plan, hasData: scored.day.hasData),
                "pain": pain(scored.pain),
                "advice": .array(scored.advice.map { .string($0.rawValue) }),
                "lastData": lastData(scored, clock),
            ],
            [
                "revision": telling.map { .number($0.revision) },
                "written": telling.map { .string(clock.rfc3339($0.written)) },
            ]
        ).text
    }

    private static func figures(_ day: Day, person: String) -> JSONText.Members {
        let steps = day.hasData ? day.steps : nil
        let stepping = day.hasData ? day.stepping : nil
        return [
            "date": .string(day.date.description),
            "timeZone": .string(day.zoneName),
            "person": .string(person),
            "coverage": .string(day.coverage.rawValue),
            "steps": steps.map { .number($0.count) },
            "walkedMinutes": stepping.map { .tenths($0.central.tenthsOfMinute) },
            "walkedMinutesLow": stepping.map { .tenths($0.low.tenthsOfMinute) },
            "walkedMinutesHigh": stepping.map { .tenths($0.high.tenthsOfMinute) },
        ]
    }

    private static func finding(_ finding: Finding, hasData: Bool) -> JSONText {
        .object([
            "goalMinutes": .number(finding.goalMinutes),
            "percent": hasData ? finding.percent.map { .number($0) } : nil,
            "averageMinutes7": finding.average.tenthsOfMinute.map { .tenths($0) },
            "daysWithData7": .number(finding.average.daysWithData),
            "group": finding.group.map { .string($0.rawValue) },
        ])
    }

    private static func pain(_ pain: PainDay) -> JSONText {
        .object([
            "usual": pain.usual.map { .number($0) },
            "lowest": pain.lowest.map { .number($0) },
            "highest": pain.highest.map { .number($0) },
            "entries": .number(pain.entries),
        ])
    }

    /// Only beside the advice that speaks of it (PLAN.md §2.5).
    private static func lastData(_ scored: ScoredDay, _ clock: HomeClock) -> JSONText? {
        guard scored.advice.contains(.noDataSince), let last = scored.lastData else { return nil }
        return .object([
            "source": .string(last.source),
            "time": .string(clock.rfc3339(last.time)),
        ])
    }
}
