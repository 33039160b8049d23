import Model
import Scoring

/// The walked minutes of a day in words.
enum WalkedWords {
    /// Whole minutes, `64 min`; with their range where a part is estimated, `≈ 64 min (52–88)`.
    static func minutes(_ day: Day) -> String {
        guard let stepping = day.stepping else { return "0 min" }
        let text = "\(stepping.central.wholeMinutes) min"
        return isEstimated(day) ? "≈ \(text) (\(range(stepping)))" : text
    }

    /// Whether a part of the day rests on coarse records.
    static func isEstimated(_ day: Day) -> Bool {
        day.hasData && day.estimated.count > 0
    }

    /// The bounds in whole minutes, `52–88`.
    static func range(_ stepping: Estimate) -> String {
        "\(stepping.low.wholeMinutes)–\(stepping.high.wholeMinutes)"
    }
}
