/// What the `Sport` of a TCX activity is to somebody who counts walks.
///
/// Garmin's schema knows Running, Biking and Other; other writers use words of their own.
enum TCXSport: Hashable {
    /// It says that it was a walk.
    case walk
    /// It says nothing: speed decides, as in a GPX.
    case unsaid
    /// It says that it was something else.
    case other(String)
    /// It says something that is not known, which may be anything.
    case unknown(String)

    private static let walks: Set<String> = ["walking", "walk", "hiking", "hike"]
    private static let others: Set<String> = [
        "running", "biking", "cycling", "swimming", "rowing", "skiing", "skating", "driving",
        "multisport", "transition",
    ]

    /// Reads the attribute; nothing when the activity has none.
    init(_ word: String?) {
        let lower = (word ?? "").lowercased()
        if lower.isEmpty || lower == "other" {
            self = .unsaid
        } else if Self.walks.contains(lower) {
            self = .walk
        } else if Self.others.contains(lower) {
            self = .other(word ?? "")
        } else {
            self = .unknown(word ?? "")
        }
    }
}
