import Scoring

/// A walking plan of one's own, as `[plan] file` names it (PLAN.md §2).
///
/// ```toml
/// [[level]]                      # in order; named 1, 2, …
/// days = 3                       # every level but the last
/// walks = [20, "12-15"]          # minutes; a range in quotes
/// optional = 10                  # an extra stroll; needs exactly one walk
/// together = false               # whether walks are added up; needs exactly one walk
/// note = "…"
///
/// [flare-up]
/// walks = [5, 5, 5]
/// ```
enum PlanFile {
    /// Reads a plan file.
    ///
    /// - Parameter text: the whole file; more than 1 MiB is refused.
    /// - Returns: the plan, or every mistake of the file. A mistake of syntax hides those behind it.
    static func parse(_ text: [UInt8]) -> Result<WalkingPlan, ConfigurationMistakes> {
        do throws(ConfigurationMistake) {
            let root = try TomlValue.document(text)
            var reader = PlanFileReader()
            guard let plan = reader.plan(from: root) else {
                return .failure(.init(reader.mistakes))
            }
            return .success(plan)
        } catch {
            return .failure(.init([error]))
        }
    }
}
