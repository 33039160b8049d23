import Scoring

/// Where the things of one table of a plan file stand.
struct PlanFilePlaces {
    /// Where the table begins.
    let table: ConfigurationPlace
    /// Where the values of its keys begin; a key that is missing has no place.
    var keys: [PlanProblem.Key: ConfigurationPlace] = [:]
    /// Where the entries of `walks` begin.
    var walks: [ConfigurationPlace] = []

    /// The place of a problem: its entry, else its key, else the table that lacks the key.
    func place(of problem: PlanProblem) -> ConfigurationPlace {
        if problem.key == .walks, let item = problem.item, walks.indices.contains(item) {
            return walks[item]
        }
        return keys[problem.key] ?? table
    }
}
