import Model

/// What one line of `summary.jsonl` is about: no two lines have the same.
struct LogKey: Hashable {
    /// The day, in ISO 8601.
    let date: String
    /// Whose day it is, as JSON writes it.
    let person: String
    /// 1 for the first line of the day, one more with each change.
    let revision: Int

    /// Makes a key.
    init(date: CivilDay, person: String, revision: Int) {
        self.date = date.description
        self.person = JSONText.string(person).text
        self.revision = revision
    }

    /// Reads the key out of a line that this program wrote; nothing for any other.
    ///
    /// Quotes inside of JSON texts are escaped, so the names below stand nowhere else.
    init?(_ line: some StringProtocol) {
        guard let date = Self.text(in: line, after: "{\"date\":\"", before: "\""),
            let person = Self.text(in: line, after: "\"person\":", before: ",\"coverage\":"),
            let revision = Self.text(in: line, after: "\"revision\":", before: ",\"written\":"),
            let number = Int(revision)
        else { return nil }
        self.date = date
        self.person = person
        self.revision = number
    }

    private static func text(
        in line: some StringProtocol,
        after start: String,
        before end: String
    ) -> String? {
        let line = Substring(line)
        guard let head = line.firstRange(of: start),
            let tail = line[head.upperBound...].firstRange(of: end)
        else { return nil }
        return String(line[head.upperBound..<tail.lowerBound])
    }
}
