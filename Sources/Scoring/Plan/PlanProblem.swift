/// Why a walking plan is impossible, with what a reader of plan files needs to name the line.
package struct PlanProblem: Error, Hashable, Sendable {
    /// The part of the plan.
    package enum Place: Hashable, Sendable {
        /// The plan as a whole.
        case plan
        /// A level, counted from 0.
        case level(Int)
        /// The walks of a flare-up day.
        case flareUp
    }

    /// The key of a plan file that says it; the raw value is its name there.
    package enum Key: String, Sendable, CaseIterable {
        case level
        case days
        case walks
        case optional
        case together
    }

    /// What is wrong.
    package enum Reason: Hashable, Sendable {
        case noLevels
        case noWalks
        case minutesOutOfRange(Int)
        case upsideDown(AskedWalk)
        case tooLongForAFlareUp(Int)
        case daysMissing
        case daysTooFew(Int)
        case daysOfLastLevel
        case needsOneWalk
        case optionalAndTogether
    }

    /// The part of the plan.
    package let place: Place
    /// The key in it; it may be absent from the file when it is missing there.
    package let key: Key
    /// The entry of the key's list, counted from 0, where the problem is one of a single entry.
    package let item: Int?
    /// What is wrong.
    package let reason: Reason

    /// Makes a problem.
    package init(place: Place, key: Key, item: Int? = nil, reason: Reason) {
        self.place = place
        self.key = key
        self.item = item
        self.reason = reason
    }
}

extension PlanProblem: CustomStringConvertible {
    /// What is wrong, where, and what would be right, as a line behind a file's name says it.
    package var description: String { "\(subject) \(complaint)" }

    private var subject: String {
        switch place {
        case .plan: "the walking plan"
        case .level(let index): "level \(index + 1)"
        case .flareUp: "the flare-up day"
        }
    }

    private var complaint: String {
        switch reason {
        case .noLevels: "has no level; add at least one [[level]]"
        case .noWalks: "asks for no walk; list minutes in \"walks\""
        case .minutesOutOfRange(let minutes):
            "has a walk of \(minutes) minutes in \"\(key.rawValue)\"; 1 to 240 are possible"
        case .upsideDown(let walk):
            "has the range \"\(walk)\" in \"\(key.rawValue)\"; the smaller number comes first"
        case .tooLongForAFlareUp(let minutes):
            "has a walk of \(minutes) minutes in \"\(key.rawValue)\"; nobody can meet it, since no "
                + "walk of a flare-up day may exceed 10 minutes"
        case .daysMissing: "has no \"days\"; only the last level goes on without end"
        case .daysTooFew(let days): "lasts \(days) days; \"days\" is 1 or more"
        case .daysOfLastLevel: "is the last one and has \"days\"; it goes on without end"
        case .needsOneWalk: "has \"\(key.rawValue)\", which needs exactly one entry in \"walks\""
        case .optionalAndTogether: "has both \"optional\" and \"together\"; keep one of them"
        }
    }
}
