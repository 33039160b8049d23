/// One walk that the plan asks for, or offers.
package struct PlanTarget: Hashable, Sendable {
    /// The minutes it asks for at least.
    package let minutes: Int
    /// The upper end of a range such as 12–15, in minutes.
    package let upTo: Int?
    /// Whether it is an extra stroll that counts nowhere.
    package let isOptional: Bool
    /// Whether a walk met it; nothing without data and for optional ones.
    package let isMet: Bool?

    /// Makes a target.
    package init(minutes: Int, upTo: Int? = nil, isOptional: Bool = false, isMet: Bool? = nil) {
        self.minutes = minutes
        self.upTo = upTo
        self.isOptional = isOptional
        self.isMet = isMet
    }
}
