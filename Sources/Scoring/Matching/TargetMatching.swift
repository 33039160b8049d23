import Model

/// The walks of a day paired with the walks a plan asks for, the longest with the longest.
///
/// A walk serves only the target it is paired with, even when it would satisfy a shorter one
/// (PLAN.md §2.1).
struct TargetMatching: Hashable, Sendable {
    /// What is asked for, in the plan's order.
    let targets: [AskedWalk]
    /// The walk paired with each target; nothing for targets that none is left for.
    let walks: [Walk?]

    /// Pairs targets with walks.
    init(_ targets: [AskedWalk], with walks: [Walk]) {
        let order = targets.indices.sorted { Self.comes($0, before: $1, in: targets) }
        var paired = [Walk?](repeating: nil, count: targets.count)
        for (target, walk) in zip(order, walks.sorted(by: Self.comes)) { paired[target] = walk }
        self.targets = targets
        self.walks = paired
    }

    /// Whether each target is satisfied by its walk.
    var marks: [Bool] {
        zip(targets, walks).map { target, walk in
            walk.map(target.isSatisfied) ?? false
        }
    }

    /// The time walked towards the targets, of each at most what it asks for.
    var time: Milliseconds {
        zip(targets, walks).reduce(.zero) { sum, pair in
            sum + min(pair.1?.active ?? .zero, pair.0.least)
        }
    }

    private static func comes(
        _ left: Int,
        before right: Int,
        in targets: [AskedWalk]
    ) -> Bool {
        let (first, second) = (targets[left], targets[right])
        guard first.minutes == second.minutes else { return first.minutes > second.minutes }
        guard first.most == second.most else { return first.most > second.most }
        return left < right
    }

    private static func comes(_ left: Walk, before right: Walk) -> Bool {
        guard left.active == right.active else { return left.active > right.active }
        return (left.start, left.end) < (right.start, right.end)
    }
}
