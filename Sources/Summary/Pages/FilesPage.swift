import LinuxSystem
package import Model

/// Every file seen, one line each, its problems below it: `amble files`.
package enum FilesPage {
    /// The problems shown of one file; `--json` has them all.
    private static let problemLimit = 5

    /// Writes the page.
    ///
    /// - Parameters:
    ///   - files: the files, in the order wanted.
    ///   - home: the zones in which times are shown.
    ///   - style: how it may look.
    /// - Returns: the lines, without their ends.
    package static func lines(
        _ files: [SeenFile],
        home: HomeZones,
        style: PageStyle
    ) -> [String] {
        guard !files.isEmpty else { return ["No files."] }
        let clock = HomeClock(home)
        var table = TextTable([.left, .left, .right, .left, .left])
        for file in files { table.add(cells(file, clock)) }
        return zip(files, table.lines).flatMap { file, line in
            [line] + problems(file, style)
        }
    }

    /// The path as a terminal may show it.
    static func path(_ file: SeenFile) -> String {
        String(decoding: file.path, as: UTF8.self).escapingControlCharacters
    }

    private static func cells(_ file: SeenFile, _ clock: HomeClock) -> [String] {
        [
            file.outcome.rawValue, file.dialect ?? "",
            readings(file),
            span(file, clock), path(file),
        ]
    }

    private static func readings(_ file: SeenFile) -> String {
        guard file.readings > 0 else { return "" }
        let unit = file.readings == 1 ? "reading" : "readings"
        return "\(Decimals.grouped(file.readings)) \(unit)"
    }

    private static func span(_ file: SeenFile, _ clock: HomeClock) -> String {
        guard let from = file.from, let to = file.to else { return "" }
        return "\(clock.dateAndTime(from)) – \(clock.dateAndTime(to))"
    }

    private static func problems(_ file: SeenFile, _ style: PageStyle) -> [String] {
        let shown = file.problems.first.prefix(problemLimit)
        let rest = file.problems.count - shown.count
        return shown.map { "  " + ProblemWords.line($0, in: path(file)) }
            + (rest > 0 ? ["  and \(counted(rest, "more problem")) (see --json)"] : [])
    }
}
