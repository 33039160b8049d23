import TestSupport

/// A home with one small day: ten minutes of walking on Friday, and forty steps in the afternoon.
enum SmallDay {
    /// The export.
    static let csv =
        "timestamp,steps\n"
        + (0..<10).map { "2026-11-20T10:0\($0):00Z,100\n" }.joined()
        + "2026-11-20T14:30:00Z,40\n"

    /// The home after a run that took the export.
    static func home() throws -> TestHome {
        let home = try TestHome()
        home.drop("day.csv", csv)
        try home.once()
        return home
    }
}

extension Program.Result {
    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
    /// The lines of standard error.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
}
