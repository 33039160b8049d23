/// Why a command or the daemon cannot go on: one sentence for a person, one status for a script.
package struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The exit status.
    package let code: ExitCode
    /// What failed, where, why, and what to do; one line, without the program's name.
    ///
    /// Several mistakes of a configuration stand on a line each.
    package let description: String

    /// Makes a failure.
    package init(_ code: ExitCode, _ description: String) {
        self.code = code
        self.description = description
    }

    /// The lines for standard error, each with the program's name in front (COMMANDS.md §1).
    package func lines(program: String) -> [String] {
        description.split(separator: "\n").map { "\(program): \($0)" }
    }
}
