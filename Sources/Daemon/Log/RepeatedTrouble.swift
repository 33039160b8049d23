/// Troubles that come again and again: each is told once, then counted (DESIGN.md §3).
package struct RepeatedTrouble: Sendable {
    private var counts: [String: Int] = [:]
    private let capacity: Int

    /// Remembers nothing yet.
    ///
    /// - Parameter capacity: how many different troubles are remembered; when there are more, all
    ///   are forgotten and told anew, so that memory stays bounded.
    package init(capacity: Int = 1000) {
        self.capacity = max(1, capacity)
    }

    /// Counts a trouble.
    ///
    /// - Parameter key: what makes it the same trouble, for example path and reason.
    /// - Returns: whether it is new and must be told.
    package mutating func note(_ key: String) -> Bool {
        if let count = counts[key] {
            counts[key] = count &+ 1
            return false
        }
        if counts.count >= capacity { counts = [:] }
        counts[key] = 1
        return true
    }

    /// How often a trouble came since it was told, that time included; 0 when it is unknown.
    package func count(of key: String) -> Int { counts[key] ?? 0 }

    /// Forgets a trouble that is over, so that it is told when it comes back.
    ///
    /// - Returns: how often it came; 0 when it was unknown.
    @discardableResult
    package mutating func settle(_ key: String) -> Int {
        counts.removeValue(forKey: key) ?? 0
    }
}
