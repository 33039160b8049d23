package import LinuxSystem
import Model

extension SummaryLog {
    /// What the log itself says was told last of each day of a person.
    ///
    /// For a store that was lost or set aside: without its ledger every day would be told again,
    /// though its line stands in the log. The tail of the log is read, and the file rotated last.
    ///
    /// - Parameters:
    ///   - person: whose days.
    ///   - others: everybody else whose lines stand in the log.
    /// - Returns: the newest telling of each day, by date.
    /// - Throws: when the log is there and cannot be read.
    package func remembered(
        of person: String,
        besides others: [String]
    ) throws(SystemError) -> [ToldDay] {
        var newest: [CivilDay: ToldDay] = [:]
        for line in try tail() {
            guard let told = ToldDay(line: line, person: person, others: others),
                told.revision >= newest[told.date]?.revision ?? 0
            else { continue }
            newest[told.date] = told
        }
        return newest.values.sorted { $0.date < $1.date }
    }
}

extension ToldDay {
    /// Reads a line of the log back; nothing when it is somebody else's, or no line of ours.
    init?(line: String, person: String, others: [String]) {
        let parts = line.components(separatedBy: SummaryLine.separator)
        // An urgent notice may stand before the date.
        guard let part = parts.first(where: { CivilDay(iso: $0.prefix(10)) != nil }),
            let date = CivilDay(iso: part.prefix(10))
        else { return nil }
        let rest = part.dropFirst("2026-11-21 Sat  ".count)
        if person == SummaryLine.unnamedPerson {
            guard !others.contains(where: { rest.hasPrefix($0 + ": ") }) else { return nil }
        } else {
            guard rest.hasPrefix(person + ": ") else { return nil }
        }
        let revision = parts.last.flatMap(Self.revision) ?? 1
        let text = revision > 1 ? parts.dropLast() : parts[...]
        self.init(
            date: date,
            text: text.joined(separator: SummaryLine.separator),
            revision: revision,
            isWritten: true
        )
    }

    /// The number in `revised (2)`; nothing when the part is something else.
    private static func revision(_ part: String) -> Int? {
        guard part.hasPrefix("revised ("), part.hasSuffix(")"),
            let number = Int(part.dropFirst(9).dropLast()), number > 1
        else { return nil }
        return number
    }
}

extension String {
    /// The pieces between the separators.
    fileprivate func components(separatedBy separator: String) -> [String] {
        var pieces: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            pieces.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return pieces + [String(rest)]
    }
}
