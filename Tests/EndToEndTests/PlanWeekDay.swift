import Model
import TestSupport

/// A day of an invented plan: what tracker and diary say, and what the plan makes of it.
struct PlanWeekDay {
    let date: String
    /// The lengths of the walks in minutes; nothing at all was recorded when there is no list.
    let walks: [Int]?
    /// The lines of the diary behind the date: `20:00,pain,6`.
    var diary: [String] = []
    /// Mode, level, day of the level, result, and until when a level is held.
    let plan: String
    var advice: [String] = []
    /// What the daily log says of it, among other things.
    let line: String

    /// The same day after late data.
    func changed(
        walks: [Int]? = nil,
        _ plan: String,
        advice: [String] = [],
        _ line: String
    ) -> PlanWeekDay {
        PlanWeekDay(
            date: date,
            walks: walks ?? self.walks,
            diary: diary,
            plan: plan,
            advice: advice,
            line: line
        )
    }

    /// The rows of a generic table: a few steps in the morning, and walks three hours apart.
    var rows: [String] {
        guard let walks, let day = CivilDay(iso: date) else { return [] }
        // Oslo is an hour ahead of UTC.
        let midnight = Int64(day.daysSinceEpoch) * 1440 - 60
        var rows = [Self.row(midnight + 390, steps: 15), Self.row(midnight + 400, steps: 15)]
        for (index, length) in walks.enumerated() {
            let start = midnight + 480 + Int64(index) * 180
            rows += (0..<Int64(length)).map { Self.row(start + $0, steps: 100) }
        }
        return rows
    }

    private static func row(_ minute: Int64, steps: Int) -> String {
        "\(InventedExports.iso(Instant(seconds: minute * 60))),\(steps)"
    }

    /// The lines of the diary with their times.
    var entries: [String] { diary.map { "\(date)T\($0)," } }
}

extension [PlanWeekDay] {
    /// Four weeks from the start of the plan: levels that rise, a spike, a long spike with its
    /// drop-back week, days without data, a flag and a pause.
    static let fourWeeks: [PlanWeekDay] = [
        .init(
            date: "2026-11-02",
            walks: [10, 10],
            diary: ["07:00,plan,start", "07:01,plan,usual 3"],
            plan: "level 1 1 met",
            line: "level 1: 10 ✓ 10 ✓ met, day 1 of 3"
        ),
        .init(
            date: "2026-11-03",
            walks: [10, 10],
            plan: "level 1 2 met",
            line: "level 1: 10 ✓ 10 ✓ met, day 2 of 3"
        ),
        .init(
            date: "2026-11-04",
            walks: [24],
            plan: "level 1 3 partly",
            advice: ["overload", "one-go"],
            line: "level 1: 10 ✓ 10 ○ partly, day 3 of 3"
        ),
        .init(
            date: "2026-11-05",
            walks: nil,
            plan: "level 1 3 no-data",
            line: "no data since Wed 08:23"
        ),
        .init(
            date: "2026-11-06",
            walks: [13, 13],
            plan: "level 1 3 met",
            advice: ["level-up"],
            line: "level 1: 10 ✓ 10 ✓ met, day 3 of 3"
        ),
        .init(
            date: "2026-11-07",
            walks: [13, 12],
            plan: "level 2 1 met",
            line: "level 2: 12–15 ✓ 12–15 ✓ met, day 1 of 3"
        ),
        .init(
            date: "2026-11-08",
            walks: [],
            plan: "level 2 2 missed",
            line: "level 2: 12–15 ○ 12–15 ○ no walk, day 2 of 3"
        ),
        .init(
            date: "2026-11-09",
            walks: [12, 12],
            plan: "level 2 2 met",
            line: "level 2: 12–15 ✓ 12–15 ✓ met, day 2 of 3"
        ),
        .init(
            date: "2026-11-10",
            walks: [5, 5, 5],
            diary: ["20:00,pain,6"],
            plan: "flare-up 2 3 met",
            advice: ["flare-up"],
            line: "flare-up: 5 ✓ 5 ✓ 5 ✓ met · pain 6, usual 3"
        ),
        .init(
            date: "2026-11-11",
            walks: [13, 13],
            diary: ["09:00,pain,3"],
            plan: "level 2 3 met",
            advice: ["level-up"],
            line: "level 2: 12–15 ✓ 12–15 ✓ met, day 3 of 3 · pain 3, usual 3"
        ),
        .init(
            date: "2026-11-12",
            walks: [20, 10],
            plan: "level 3 1 met",
            line: "level 3: 20 ✓ 10 ✓ met, day 1 of 3"
        ),
        .init(
            date: "2026-11-13",
            walks: [12],
            diary: ["20:00,pain,6"],
            plan: "flare-up 3 2 partly",
            advice: ["flare-up", "too-long-for-a-flare-up"],
            line: "flare-up: 5 ✓ 5 ○ 5 ○ partly (one longer than ten minutes) · pain 6, usual 3"
        ),
        .init(
            date: "2026-11-14",
            walks: [5, 5, 5],
            diary: ["21:00,pain,6"],
            plan: "flare-up 2 1 met until 2026-11-21",
            advice: ["flare-up", "level-down"],
            line: "flare-up: 5 ✓ 5 ✓ 5 ✓ met · held until 2026-11-21 · pain 6, usual 3"
        ),
        .init(
            date: "2026-11-15",
            walks: [12, 12],
            diary: ["09:00,pain,3"],
            plan: "level 2 1 met until 2026-11-21",
            advice: ["level-down"],
            line:
                "level 2: 12–15 ✓ 12–15 ✓ met, day 1 of 3 · held until 2026-11-21 · pain 3, usual 3"
        ),
        .init(
            date: "2026-11-16",
            walks: [12, 12],
            plan: "level 2 1 met until 2026-11-21",
            advice: ["level-down"],
            line: "level 2: 12–15 ✓ 12–15 ✓ met, day 1 of 3 · held until 2026-11-21"
        ),
        .init(
            date: "2026-11-17",
            walks: nil,
            plan: "level 2 1 no-data until 2026-11-21",
            advice: ["level-down"],
            line: "no data since Mon 11:11"
        ),
        .init(
            date: "2026-11-18",
            walks: nil,
            plan: "level 2 1 no-data until 2026-11-21",
            advice: ["level-down"],
            line: "no data since Mon 11:11"
        ),
        .init(
            date: "2026-11-19",
            walks: [10],
            plan: "level 2 1 partly until 2026-11-21",
            advice: ["level-down"],
            line: "level 2: 12–15 ○ 12–15 ○ partly, day 1 of 3 · held until 2026-11-21"
        ),
        .init(
            date: "2026-11-20",
            walks: [],
            plan: "level 2 1 missed until 2026-11-21",
            advice: ["level-down"],
            line: "level 2: 12–15 ○ 12–15 ○ no walk, day 1 of 3 · held until 2026-11-21"
        ),
        .init(
            date: "2026-11-21",
            walks: [15, 12],
            plan: "level 2 1 met until 2026-11-21",
            advice: ["level-down"],
            line: "level 2: 12–15 ✓ 12–15 ✓ met, day 1 of 3 · held until 2026-11-21"
        ),
        .init(
            date: "2026-11-22",
            walks: [20, 10],
            plan: "level 3 1 met",
            line: "level 3: 20 ✓ 10 ✓ met, day 1 of 3"
        ),
        .init(
            date: "2026-11-23",
            walks: [20, 10],
            diary: ["08:00,flag,pain-below-knee"],
            plan: "level 3 2 met",
            advice: ["talk-to-professional"],
            line: "level 3: 20 ✓ 10 ✓ met, day 2 of 3"
        ),
        .init(
            date: "2026-11-24",
            walks: [21, 9],
            diary: ["07:00,plan,cleared"],
            plan: "level 3 2 met",
            line: "level 3: 20 ✓ 10 ✓ met, day 2 of 3"
        ),
        .init(
            date: "2026-11-25",
            walks: [],
            diary: ["07:00,plan,pause"],
            plan: "paused 3 3 suspended",
            line: "plan paused"
        ),
        .init(
            date: "2026-11-26",
            walks: [20, 10],
            diary: ["07:00,plan,resume"],
            plan: "level 3 3 met",
            advice: ["level-up"],
            line: "level 3: 20 ✓ 10 ✓ met, day 3 of 3"
        ),
        .init(
            date: "2026-11-27",
            walks: [20, 20],
            plan: "level 4 1 met",
            line: "level 4: 20 ✓ 20 ✓ met, day 1 of 3"
        ),
        .init(
            date: "2026-11-28",
            walks: [20],
            plan: "level 4 2 partly",
            line: "level 4: 20 ✓ 20 ○ partly, day 2 of 3"
        ),
        .init(
            date: "2026-11-29",
            walks: [20, 20],
            plan: "level 4 2 met",
            line: "level 4: 20 ✓ 20 ✓ met, day 2 of 3"
        ),
    ]

    /// The same weeks once a tracker has told of the fifth of November: levels come a day earlier,
    /// until the twelfth begins level 3 either way.
    static let fourWeeksWithLateData: [PlanWeekDay] = {
        var days = fourWeeks
        let second = "level 2: 12–15 ✓ 12–15 ✓ met"
        days[3] = days[3].changed(
            walks: [10, 10],
            "level 1 3 met",
            advice: ["level-up"],
            "level 1: 10 ✓ 10 ✓ met, day 3 of 3"
        )
        days[4] = days[4].changed("level 2 1 met", "\(second), day 1 of 3")
        days[5] = days[5].changed("level 2 2 met", "\(second), day 2 of 3")
        days[6] = days[6].changed("level 2 3 missed", "no walk, day 3 of 3")
        days[7] = days[7].changed("level 2 3 met", advice: ["level-up"], "\(second), day 3 of 3")
        days[8] = days[8].changed("flare-up 3 1 met", advice: ["flare-up"], days[8].line)
        days[9] = days[9].changed("level 3 1 partly", "level 3: 20 ○ 10 ✓ partly, day 1 of 3")
        return days
    }()
}
