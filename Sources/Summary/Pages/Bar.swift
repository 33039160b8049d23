import Model

/// A bar of walked minutes, eighths of a cell exact; what is walked beyond its end shows as `+`.
struct Bar {
    /// The minutes at which the bar is full.
    let full: Milliseconds
    /// The length in cells.
    let cells: Int

    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// The room that a bar takes.
    var blank: String { String(repeating: " ", count: cells + 1) }

    /// Draws the bar, always as wide as `cells` and one more.
    func text(_ walked: Milliseconds, _ style: PageStyle) -> String {
        let whole = Int64(cells) * 8
        let units = full.count > 0 ? Self.share(walked.count, of: full.count, whole) : 0
        let filled = Int(units / 8)
        let part = Self.eighths[Int(units % 8)]
        let rest = cells - filled - (part.isEmpty ? 0 : 1)
        return style.walked(String(repeating: "█", count: filled) + part)
            + style.faint(String(repeating: "░", count: rest))
            + (walked > full ? style.walked("+") : " ")
    }

    /// A part of `whole`, floored, between nothing and all of it.
    private static func share(_ part: Int64, of all: Int64, _ whole: Int64) -> Int64 {
        guard part < all else { return whole }
        return max(0, part * whole / all)
    }
}
