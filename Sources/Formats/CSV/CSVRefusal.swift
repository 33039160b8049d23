internal import Model

/// Why nothing of a CSV file can be taken.
struct CSVRefusal: Error, Hashable {
    /// The one problem that the report then holds.
    let problem: Problem
    /// The dialect, when the file was recognised.
    var dialect: String?

    /// Refuses because of this.
    init(_ problem: Problem) {
        self.problem = problem
    }

    /// Refuses the file as a whole.
    init(_ message: String) {
        problem = Problem(at: .wholeFile, message)
    }
}
