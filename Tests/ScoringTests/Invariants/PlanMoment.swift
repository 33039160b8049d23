import Model

@testable import Scoring

/// All that one day of a plan hands to the next, as small numbers: histories collapsed to states.
///
/// Dates are told from the day that comes next, so that a plan in its tenth year and one in its
/// first week are the same moment when nothing tells them apart.
struct PlanMoment: Hashable {
    var place: Int
    var count: Int
    var isPaused: Bool
    var isUrgent: Bool
    var isWarned: Bool
    /// The place that resumes, and how many days of the drop-back week are left.
    var dropBack: DropBack?
    var run: Run

    struct DropBack: Hashable {
        var resumes: Int
        var daysLeft: Int
    }

    /// The run of spikes: none, begun yesterday early or late, begun earlier, or used up.
    enum Run: Hashable, CaseIterable {
        case none, early, late, older, usedUp
    }

    /// The day that every transition is tried on.
    static let day = PlanScene.date(0)

    /// The hours of scores; the calm one lies between the other two.
    static let early = PlanScene.at(0, "08:00")
    static let noon = PlanScene.at(0, "12:00")
    static let late = PlanScene.at(0, "20:00")
    private static let dayLength: Int64 = 86_400_000

    /// The moment a plan begins.
    static let start = PlanMoment(
        place: 0,
        count: 0,
        isPaused: false,
        isUrgent: false,
        isWarned: false,
        run: .none
    )

    /// The state of the product that means this.
    func state(baseline: Int?) -> PlanState {
        PlanState(
            start: Self.day.advanced(by: -100),
            baseline: baseline,
            place: place,
            count: count,
            isPaused: isPaused,
            flags: (isUrgent ? [.fever] : []) + (isWarned ? [.legWeakness] : []),
            dropBack: dropBack.map {
                PlanState.DropBack(
                    resumes: $0.resumes,
                    heldUntil: Self.day.advanced(by: $0.daysLeft - 1)
                )
            }
        )
    }

    var spikeRun: SpikeRun {
        switch run {
        case .none: SpikeRun()
        case .early: SpikeRun(first: Self.early.advanced(by: -Self.dayLength))
        case .late: SpikeRun(first: Self.late.advanced(by: -Self.dayLength))
        case .older: SpikeRun(first: Self.late.advanced(by: -2 * Self.dayLength))
        case .usedUp:
            SpikeRun(first: Self.late.advanced(by: -2 * Self.dayLength), isUsedUp: true)
        }
    }

    /// The moment after the day; a level without end is counted no further than to 1.
    init(after state: PlanState, run: SpikeRun, level: PlanLevel) {
        place = state.place
        count = level.days == nil ? min(state.count, 1) : state.count
        isPaused = state.isPaused
        isUrgent = state.flags.contains(.fever)
        isWarned = state.flags.contains(.legWeakness)
        dropBack = state.dropBack.map {
            DropBack(
                resumes: $0.resumes,
                daysLeft: max(0, Self.day.days(to: $0.heldUntil))
            )
        }
        self.run = Self.name(run)
    }

    private static func name(_ run: SpikeRun) -> Run {
        guard let first = run.first else { return .none }
        if run.isUsedUp { return .usedUp }
        if first == early { return .early }
        return first == late ? .late : .older
    }

    private init(
        place: Int,
        count: Int,
        isPaused: Bool,
        isUrgent: Bool,
        isWarned: Bool,
        run: Run
    ) {
        self.place = place
        self.count = count
        self.isPaused = isPaused
        self.isUrgent = isUrgent
        self.isWarned = isWarned
        self.run = run
    }
}

/// What a day of a history may hold; all but the first two hold walks that meet any level.
enum PlanSymbol: CaseIterable {
    case noData, missed, met, earlySpike, lateSpike, calmScore, declared
    case urgentFlag, warningFlag, cleared, pause, resume

    var day: Day {
        switch self {
        case .noData: DayExamples.day(PlanMoment.day, walked: nil)
        case .missed: DayExamples.day(PlanMoment.day, walked: 0)
        default:
            DayExamples.day(
                PlanMoment.day,
                walked: 60 * 60_000,
                walks: PlanScene.walks([30, 30], on: 0)
            )
        }
    }

    var isSpike: Bool { self == .earlySpike || self == .lateSpike }

    /// The page of the diary, with the run of spikes moved on.
    func page(_ run: inout SpikeRun) -> DiaryPage {
        var page = DiaryPage()
        switch self {
        case .noData, .missed, .met: break
        case .earlySpike: page.take(score(PlanMoment.early, isSpike: true, &run))
        case .lateSpike: page.take(score(PlanMoment.late, isSpike: true, &run))
        case .calmScore: page.take(score(PlanMoment.noon, isSpike: false, &run))
        case .declared: page.take(.flareUp(true))
        case .urgentFlag: page.take(.flag(.fever))
        case .warningFlag: page.take(.flag(.legWeakness))
        case .cleared: page.take(.plan(.cleared))
        case .pause: page.take(.plan(.pause))
        case .resume: page.take(.plan(.resume))
        }
        return page
    }

    private func score(_ time: Instant, isSpike: Bool, _ run: inout SpikeRun) -> PainScore {
        PainScore(
            time: time,
            date: PlanMoment.day,
            value: isSpike ? 8 : 3,
            isSpike: isSpike,
            isLongSpike: run.take(isSpike: isSpike, at: time)
        )
    }
}
