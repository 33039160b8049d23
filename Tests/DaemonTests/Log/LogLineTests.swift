import Logging
import Testing

@testable import Daemon

struct LogLineTests {
    private func line(
        _ message: String,
        _ metadata: Logger.Metadata = [:],
        level: Logger.Level = .notice
    ) -> LogLine {
        LogLine(level: level, message: message, metadata: metadata)
    }

    @Test func `values follow the message, sorted by key`() {
        let line = line("file taken", ["rows": "3", "file": "a.csv"])
        #expect(line.plain == "notice: file taken file=a.csv rows=3")
        #expect(line.prefixed == "<5>file taken file=a.csv rows=3")
    }

    @Test(arguments: [
        ("a b", "k=\"a b\""), ("", "k=\"\""), ("a\"b", "k=\"a\\\"b\""), ("a=b", "k=\"a=b\""),
        ("ø", "k=ø"), ("1,5", "k=1,5"),
    ])
    func `a value cannot run into the next`(value: String, expected: String) {
        #expect(line("m", ["k": "\(value)"]).plain == "notice: m " + expected)
    }

    @Test func `one entry is one line`() {
        let line = line("a\nb", ["k": "c\nd\u{1B}[31m"])
        #expect(line.plain == "notice: a\\nb k=c\\nd\\u{1b}[31m")
        #expect(line.fields(identifier: "x").first?.value == "a\\nb k=c\\nd\\u{1b}[31m")
    }

    @Test(arguments: [
        (Logger.Level.trace, "<7>m", "trace: m"), (.debug, "<7>m", "debug: m"),
        (.info, "<6>m", "info: m"), (.notice, "<5>m", "notice: m"),
        (.warning, "<4>m", "warning: m"), (.error, "<3>m", "error: m"),
        (.critical, "<2>m", "critical: m"),
    ])
    func `each level has its priority and word`(
        level: Logger.Level,
        prefixed: String,
        plain: String
    ) {
        #expect(line("m", level: level).prefixed == prefixed)
        #expect(line("m", level: level).plain == plain)
    }

    @Test func `the journal gets every value as a field`() {
        let fields = line("taken", ["ingest.file": "a b.csv", "n": "3"]).fields(
            identifier: "ambled"
        )
        let byName = Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first }
        #expect(byName["MESSAGE"] == "taken ingest.file=\"a b.csv\" n=3")
        #expect(byName["AMBLE_MESSAGE"] == "taken")
        #expect(byName["PRIORITY"] == "5")
        #expect(byName["SYSLOG_IDENTIFIER"] == "ambled")
        #expect(byName["AMBLE_INGEST_FILE"] == "a b.csv")
        #expect(byName["AMBLE_N"] == "3")
    }
}
