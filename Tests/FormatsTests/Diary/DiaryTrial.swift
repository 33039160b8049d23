import Formats
import Model

extension CSVTrial {
    /// The entries as `time entry value`, times in UTC, in the order of the file.
    var entries: [String] {
        sink.diary.map { "\(Self.text($0.time)) \($0.content.word) \($0.content.value)" }
    }

    /// The declared walks as `start/end line`.
    var walks: [String] {
        sink.declared.map { "\(Self.text($0.start))/\(Self.text($0.end)) \($0.line)" }
    }
}
