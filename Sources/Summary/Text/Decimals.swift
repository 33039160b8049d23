/// Writes whole numbers of small units as decimals, and large numbers in groups of three digits.
enum Decimals {
    /// A number of units of 10^−`digits`, with exactly that many decimals.
    static func text(_ units: Int64, digits: Int) -> String {
        let figures = String(units.magnitude)
        let padding = String(repeating: "0", count: max(0, digits + 1 - figures.count))
        let all = padding + figures
        let point = all.index(all.endIndex, offsetBy: -digits)
        return (units < 0 ? "-" : "") + all[..<point] + "." + all[point...]
    }

    /// A number with a space before each group of three digits, `7 214`.
    static func grouped(_ number: Int64) -> String {
        var text = ""
        let figures = Array(String(number.magnitude))
        for (index, figure) in figures.enumerated() {
            if index > 0, (figures.count - index).isMultiple(of: 3) { text.append(" ") }
            text.append(figure)
        }
        return (number < 0 ? "-" : "") + text
    }
}
