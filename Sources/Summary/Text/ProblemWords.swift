import LinuxSystem
package import Model

/// A problem of a file as an editor and a person find it (COMMANDS.md §1).
package enum ProblemWords {
    /// File, line, column and what is wrong, `walks.csv:14:9: "12,5O" is not a number of steps`.
    ///
    /// - Parameters:
    ///   - problem: what is wrong.
    ///   - file: the name of the file, escaped already.
    /// - Returns: one line, without its end.
    package static func line(_ problem: Problem, in file: String) -> String {
        let place = problem.place
        var text = file
        if place.line > 0 { text += ":\(place.line)" }
        if place.line > 0, place.column > 0 { text += ":\(place.column)" }
        return text + ": " + problem.message.escapingControlCharacters
    }
}
