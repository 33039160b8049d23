import Model

@testable import Scoring

/// Some days of walks and a diary, counted from a Monday on, in UTC.
struct PlanScene {
    static let monday = DayExamples.date("2026-11-16")

    var plan = WalkingPlan.builtIn
    var pace = PlanPace.metDays
    var diary: [DiaryEntry] = []
    private(set) var days: [CivilDay: Day] = [:]

    /// A scene in which the plan starts early on the first day.
    static var started: PlanScene {
        var scene = PlanScene()
        scene.note(0, "00:00", .plan(.start))
        return scene
    }

    static func date(_ index: Int) -> CivilDay { monday.advanced(by: index) }

    /// An instant of a day, `HH:MM` or `HH:MM:SS`.
    static func at(_ index: Int, _ clock: String) -> Instant {
        let parts = clock.split(separator: ":").compactMap { Int64($0) } + [0]
        let seconds = parts[0] * 3600 + parts[1] * 60 + parts[2]
        return Instant(seconds: Int64(date(index).daysSinceEpoch) * 86_400 + seconds)
    }

    /// Walks of so many minutes, one an hour from 08:00 on.
    static func walks(_ minutes: [Double], on index: Int) -> [Walk] {
        minutes.enumerated().map { place, minutes in
            walk(minutes, index, "\(8 + place):00")
        }
    }

    static func walk(
        _ minutes: Double,
        _ index: Int,
        _ clock: String,
        kind: WalkKind = .walk,
        quality: WalkQuality = .measured,
        isHilly: Bool? = nil
    ) -> Walk {
        let active = Milliseconds(Int64(minutes * 60_000))
        return Walk(
            start: at(index, clock),
            end: at(index, clock).advanced(by: active.count),
            active: active,
            kind: kind,
            quality: quality,
            isHilly: isHilly
        )
    }

    /// Records a day with these walks; none make a day of recorded rest.
    mutating func record(_ index: Int, _ walks: [Walk]) {
        let walked = walks.map(\.active.count).reduce(0, +)
        days[Self.date(index)] = DayExamples.day(
            Self.date(index),
            walked: walked,
            walks: walks
        )
    }

    mutating func record(_ index: Int, minutes: [Double]) {
        record(index, Self.walks(minutes, on: index))
    }

    mutating func note(_ index: Int, _ clock: String, _ content: DiaryContent) {
        diary.append(DiaryEntry(time: Self.at(index, clock), content: content))
    }

    /// The first so many days, the last of them still running when a clock is given.
    func scored(_ count: Int, runningAt clock: String? = nil) -> [ScoredDay] {
        Scoreboard(goalMinutes: 90, home: HomeZones(.utc), plan: plan, pace: pace).scored(
            Array(days.values),
            diary: diary,
            in: Self.date(0)...Self.date(count - 1),
            now: clock.map { Self.at(count - 1, $0) } ?? Self.at(count, "12:00")
        )
    }

    func plans(_ count: Int, runningAt clock: String? = nil) -> [PlanDay] {
        scored(count, runningAt: clock).map(\.plan)
    }
}
