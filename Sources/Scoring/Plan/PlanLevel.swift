/// A level of a walking plan: what its days ask for, and how many of them it lasts.
package struct PlanLevel: Hashable, Sendable {
    /// How many counted days it lasts; nothing for the last level, which has no end.
    package let days: Int?
    /// The walks of a day, in the plan's order.
    package let walks: [AskedWalk]
    /// An extra stroll that counts nowhere.
    package let optional: AskedWalk?
    /// Whether the walks of a day are added up instead of matched one by one.
    package let isTogether: Bool
    /// What the walker should know; may be empty.
    package let note: String

    /// Makes a level; `WalkingPlan` says whether it makes sense.
    package init(
        days: Int?,
        walks: [AskedWalk],
        optional: AskedWalk? = nil,
        isTogether: Bool = false,
        note: String = ""
    ) {
        self.days = days
        self.walks = walks
        self.optional = optional
        self.isTogether = isTogether
        self.note = note
    }
}
