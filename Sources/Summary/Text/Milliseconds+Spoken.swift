import Model

extension Milliseconds {
    /// Whole minutes as a person reads them, `21 min` or `1 h 04 min`, rounded half up.
    var spoken: String { Self.spoken(minutes: wholeMinutes) }

    /// Whole minutes rounded up: what is still to go is never nothing.
    var spokenUp: String { Self.spoken(minutes: (count + 59_999).flooredDivision(by: 60_000)) }

    /// Minutes with one decimal, `20.9`, rounded half up.
    var decimalMinutes: String { Decimals.text(tenthsOfMinute, digits: 1) }

    private static func spoken(minutes: Int64) -> String {
        guard minutes >= 60 else { return "\(minutes) min" }
        return "\(minutes / 60) h \(padded(Int(minutes % 60), to: 2)) min"
    }
}

/// Counts things in words: `1 walk`, `2 walks`, `no walks`.
func counted(_ count: Int, _ noun: String) -> String {
    switch count {
    case 0: "no \(noun)s"
    case 1: "1 \(noun)"
    default: "\(Decimals.grouped(Int64(count))) \(noun)s"
    }
}
