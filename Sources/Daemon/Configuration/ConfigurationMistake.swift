/// One thing that is wrong in the configuration file: where, what, why, what now.
package struct ConfigurationMistake: Error, Hashable, Sendable {
    /// The line, from 1; 0 when the whole file is meant.
    package let line: Int
    /// The column in characters, from 1; 0 when the whole file is meant.
    package let column: Int
    /// One sentence without file name and place; control characters are escaped already.
    package let message: String

    /// Makes a mistake.
    package init(line: Int, column: Int, message: String) {
        self.line = line
        self.column = column
        self.message = message
    }

    /// Names the mistake with its file, as compilers do: `amble.toml:7:3: …` (COMMANDS.md §3).
    package func line(in file: String) -> String {
        line == 0 ? "\(file): \(message)" : "\(file):\(line):\(column): \(message)"
    }
}

/// Everything that is wrong in a configuration file, in the order of the file; never empty.
package struct ConfigurationMistakes: Error, Hashable, Sendable {
    /// The mistakes.
    package let all: [ConfigurationMistake]

    /// Puts mistakes in the order of the file.
    init(_ mistakes: [ConfigurationMistake]) {
        all = mistakes.sorted {
            ($0.line, $0.column, $0.message) < ($1.line, $1.column, $1.message)
        }
    }
}

/// A place in the configuration file, both numbers from 1.
struct ConfigurationPlace: Hashable, Sendable {
    let line: Int
    let column: Int

    /// A mistake that stands here.
    func mistake(_ message: String) -> ConfigurationMistake {
        ConfigurationMistake(line: line, column: column, message: message)
    }
}
