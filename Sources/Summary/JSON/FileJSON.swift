package import Model

/// A file that was seen, as programs read it, in one line of JSON (COMMANDS.md §5 "File").
package enum FileJSON {
    /// The line, without its end.
    package static func line(_ file: SeenFile, home: HomeZones) -> String {
        let clock = HomeClock(home)
        return JSONText.object(identity(file), content(file, clock)).text
    }

    /// Which file it is; bytes of its path that are not UTF-8 are U+FFFD.
    static func identity(_ file: SeenFile) -> JSONText.Members {
        [
            "path": .string(String(decoding: file.path, as: UTF8.self)),
            "sha256": file.sha256.map { .string($0) },
            "bytes": .number(file.bytes),
            "outcome": .string(file.outcome.rawValue),
        ]
    }

    /// What is in it; how much a waiting file holds is not known yet.
    static func content(_ file: SeenFile, _ clock: HomeClock) -> JSONText.Members {
        let isKnown = file.outcome != .waiting || file.readings > 0
        return [
            "dialect": file.dialect.map { .string($0) },
            "readings": isKnown ? .number(file.readings) : nil,
            "from": file.from.map { .string(clock.rfc3339($0)) },
            "to": file.to.map { .string(clock.rfc3339($0)) },
            "problems": .array(file.problems.first.map(problem)),
            "problemCount": isCut(file.problems) ? .number(file.problems.count) : nil,
            "seen": .string(clock.rfc3339(file.seen)),
        ]
    }

    /// Whether there are more problems than the list holds; then their number is told too.
    private static func isCut(_ problems: ProblemList) -> Bool {
        problems.count > problems.first.count
    }

    /// Line and column count from 1; where the whole file or line is meant they are not there.
    private static func problem(_ problem: Problem) -> JSONText {
        .object([
            "line": problem.place.line > 0 ? .number(problem.place.line) : nil,
            "column": problem.place.column > 0 ? .number(problem.place.column) : nil,
            "message": .string(problem.message),
        ])
    }
}
