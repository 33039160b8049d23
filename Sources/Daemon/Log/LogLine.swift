import LinuxSystem
import Logging

/// One log entry as text and as journal fields: the message first, then `key=value` sorted by key.
struct LogLine {
    private let level: Logger.Level
    private let message: String
    private let values: [(key: String, value: String)]

    init(level: Logger.Level, message: String, metadata: Logger.Metadata) {
        self.level = level
        self.message = message
        values = metadata.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
    }

    /// For a terminal or a file: `notice: text key=value`.
    var plain: String { "\(level.rawValue): \(text)" }

    /// For standard error that leads into the journal: `<5>text key=value` (sd-daemon(3)).
    var prefixed: String { "<\(level.journalPriority)>\(text)" }

    /// For the journal's own socket: the readable text, and each value as a field of its own,
    /// `ingest.file` as `AMBLE_INGEST_FILE`.
    func fields(identifier: String) -> [(name: String, value: String)] {
        let fixed = [
            ("MESSAGE", text), ("PRIORITY", String(level.journalPriority)),
            ("SYSLOG_IDENTIFIER", identifier), ("AMBLE_MESSAGE", message),
        ]
        return fixed + values.map { ("AMBLE_" + LogLine.fieldName($0.key), $0.value) }
    }

    /// The message and the values on one line.
    private var text: String {
        let words = values.map { "\($0.key)=\(LogLine.quotedWhereNeeded($0.value))" }
        return ([message] + words).joined(separator: " ").escapingControlCharacters
    }

    private static func fieldName(_ key: String) -> String {
        String(
            key.uppercased().unicodeScalars.map { scalar -> Character in
                let isKept = ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
                return isKept ? Character(scalar) : "_"
            }
        )
    }

    /// A value with blanks or quotation marks would run into the next one.
    private static func quotedWhereNeeded(_ value: String) -> String {
        let isPlain = !value.isEmpty && !value.contains { $0 == " " || $0 == "\"" || $0 == "=" }
        if isPlain { return value }
        let parts = value.split(separator: "\"", omittingEmptySubsequences: false)
        return "\"" + parts.joined(separator: "\\\"") + "\""
    }
}

extension Logger.Level {
    /// The priority of syslog(3), from 7 for debugging to 2 for critical.
    var journalPriority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
