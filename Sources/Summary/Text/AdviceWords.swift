import LinuxSystem
import Model
import Scoring

/// The words of advice: what the log and the plan show, never a diagnosis, a promise or a reproach.
enum AdviceWords {
    /// One or two sentences.
    static func sentence(_ advice: Advice, on scored: ScoredDay, _ clock: HomeClock) -> String {
        switch advice {
        case .noDataSince: noDataSince(scored, clock)
        case .levelDown: levelDown(scored)
        case .flareUp: flareUp(scored)
        case .urgentCare: "Please seek urgent medical assessment."
        default: plain[advice] ?? advice.rawValue
        }
    }

    /// Sentences that are the same on every day.
    static let plain: [Advice: String] = [
        .talkToProfessional:
            "A word with a doctor or physiotherapist would be a good next step; take it easy "
            + "until then.",
        .levelUp: "This day completes the level; the next one begins tomorrow.",
        .overload:
            "The longest walk went well beyond what you have walked lately. Shorter is fine.",
        .oneGo:
            "All of it in one go. The plan asks for shorter walks with a rest between them.",
        .hills: "A walk was hilly. At this level the plan keeps to level ground.",
        .tooFast:
            "A walk was brisker than a talking pace, at 130 steps a minute or more. A pace at "
            + "which you can chat is enough.",
        .strollWithoutPainCheck:
            "Before an extra stroll, note how your back feels: `amble pain N`, within the hour.",
        .tooLongForAFlareUp:
            "On a flare-up day, walks of up to ten minutes are long enough.",
        .splitIt:
            "No walk yet, and that is fine: short ones fit into what is left of the day.",
        .moves:
            "No strength and flexibility minutes noted for three days; the plan goes with 10 to "
            + "15 a day.",
    ]

    private static func noDataSince(_ scored: ScoredDay, _ clock: HomeClock) -> String {
        let since = scored.lastData.map { last in
            " since \(clock.recently(last.time, seenFrom: scored.day.date))"
                + " (\(last.source.escapingControlCharacters))"
        }
        return "No data\(since ?? " for some days"). Is the tracker charged, worn and synced?"
    }

    private static func flareUp(_ scored: ScoredDay) -> String {
        guard scored.plan.result != .met else {
            return "A flare-up day, met: short walks with rests between them are all that such a "
                + "day asks. Well done."
        }
        // After a walk that was too long, three more would be no ease.
        guard !scored.advice.contains(.tooLongForAFlareUp) else {
            return "A flare-up day: an easy rest of the day is plenty."
        }
        return "A flare-up day: \(LeftToWalk.flareUpWalks(scored.plan)), are plenty."
    }

    private static func levelDown(_ scored: ScoredDay) -> String {
        let until = scored.plan.heldUntil.map { until in
            scored.day.date <= until ? "until \(until) at least" : "until the first calm day"
        }
        return "The plan has stepped down \(until ?? "for a while"). Steady is enough."
    }
}
