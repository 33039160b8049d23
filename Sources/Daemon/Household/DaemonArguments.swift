/// What `ambled` was started with.
///
/// Read by hand: a library for it brings Foundation along, which the daemon would carry in memory
/// day and night for five words (docs/decisions/0012-arguments.md).
package struct DaemonArguments: Hashable, Sendable {
    /// What the program is to do.
    package enum Task: Hashable, Sendable {
        /// Watch until it is told to stop.
        case watch
        /// Take what is there, and end.
        case once
        /// Name every mistake in the configuration, and end.
        case checkConfiguration
        /// Print how the program is used.
        case help
        /// Print the version.
        case version
    }

    /// What to do; the last one that was typed.
    package private(set) var task = Task.watch
    /// Where things lie.
    package private(set) var flags = Flags()

    /// Reads the words behind the program's name.
    ///
    /// A value stands in the next word or behind `=`.
    ///
    /// - Parameter words: the words.
    /// - Throws: status 64 for a word that means nothing here, or a value that is missing.
    package init(_ words: [String]) throws(Failure) {
        var rest = words[...]
        while let word = rest.popFirst() {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            if let task = Self.tasks[name], parts.count == 1 {
                self.task = task
                continue
            }
            guard let place = Self.places[name] else {
                throw Self.usage("\(quoted(word)) is no option of ambled")
            }
            let value = parts.count > 1 ? String(parts[1]) : rest.popFirst()
            guard let value, !value.isEmpty else { throw Self.usage("\(name) wants a path") }
            flags[keyPath: place] = value
        }
    }

    private static let tasks: [String: Task] = [
        "--once": .once, "--check-config": .checkConfiguration, "--help": .help, "-h": .help,
        "--version": .version,
    ]

    private static var places: [String: WritableKeyPath<Flags, String?>] {
        ["--state": \.state, "--config": \.config, "--inbox": \.inbox]
    }

    private static func usage(_ sentence: String) -> Failure {
        Failure(.usage, "\(sentence) (see ambled --help)")
    }

    /// What `--help` prints.
    package static let help = """
        OVERVIEW: Watches folders for pedometer exports and keeps the days.

        USAGE: ambled [--state DIR] [--config FILE] [--inbox DIR] [--once] [--check-config]

        OPTIONS:
          --state DIR      The folder of the database and the summary log.
          --config FILE    The configuration file.
          --inbox DIR      The folder to drop files into.
          --once           Take what is there, and end.
          --check-config   Name every mistake in the configuration, and end.
          --version        Show the version.
          -h, --help       Show help information.

        """
}
