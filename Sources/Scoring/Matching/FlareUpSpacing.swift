import Model

/// Whether a flare-up day's walks are short, as many as asked for, and well apart (PLAN.md §2.1).
struct FlareUpSpacing: Hashable, Sendable {
    /// What is asked for.
    let asked: [AskedWalk]
    /// All walks and runs of the day.
    let sessions: [Walk]

    /// The longest walk that is gentle enough; exactly this long is.
    static let longest = Milliseconds.minutes(10)
    /// The least rest between the end of a walk and the beginning of the next.
    private static let rest: Int64 = 30 * 60_000

    /// Whether a walk is too long for a flare-up day; a run of any length is.
    static func isTooLong(_ session: Walk) -> Bool {
        session.kind == .run || session.active > longest
    }

    /// Whether the day did what was asked.
    var isMet: Bool {
        !sessions.contains(where: Self.isTooLong) && canBeChosen
    }

    /// Looks for walks, one for each target, with a rest between each two.
    ///
    /// For every list of targets that some choice leaves, the earliest end is remembered. A walk
    /// takes the longest target it satisfies: whoever could take a longer one can take a shorter.
    private var canBeChosen: Bool {
        var left: [[Milliseconds]: Instant] = [
            asked.map(\.enough).sorted(): Instant(milliseconds: .min)
        ]
        for walk in sessions.sorted(by: { ($0.end, $0.start) < ($1.end, $1.start) }) {
            for (targets, freeFrom) in left where freeFrom <= walk.start {
                guard let taken = targets.lastIndex(where: { $0 <= walk.active }) else {
                    continue
                }
                var rest = targets
                rest.remove(at: taken)
                let next = walk.end.advanced(by: Self.rest)
                left[rest] = min(left[rest] ?? next, next)
            }
        }
        return left[[]] != nil
    }
}
