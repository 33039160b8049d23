import Scoring

/// The pain scores of a day in words, `pain 2–4, usual 3`.
enum PainWords {
    /// The words; nothing on a day without scores.
    static func text(_ pain: PainDay) -> String? {
        guard pain.entries > 0, let lowest = pain.lowest, let highest = pain.highest else {
            return nil
        }
        let scores = lowest == highest ? "\(lowest)" : "\(lowest)–\(highest)"
        return "pain \(scores)" + (pain.usual.map { ", usual \($0)" } ?? "")
    }
}
