import Daemon
import Logging
import Synchronization
import Testing

struct DaemonLogHandlerTests {
    /// Keeps what a handler writes.
    private final class Lines: Sendable {
        private let state = Mutex<[String]>([])
        var all: [String] { state.withLock { $0 } }
        func add(_ line: String) { state.withLock { $0.append(line) } }
    }

    private struct Trouble: Error, CustomStringConvertible {
        var description: String { "no space" }
    }

    private func logger(_ way: DaemonLogHandler.Way, level: Logger.Level = .notice) -> Logger {
        Logger(label: "test") { _ in DaemonLogHandler(program: "ambled", level: level, way: way) }
    }

    @Test func `entries below the level are dropped`() {
        let lines = Lines()
        let log = logger(.plain(write: lines.add))
        log.debug("one")
        log.info("two")
        log.notice("three")
        log.error("four")
        #expect(lines.all == ["notice: three", "error: four"])
    }

    @Test func `values of the logger, of the entry and its error come together`() {
        let lines = Lines()
        var log = logger(.prefixed(write: lines.add))
        log[metadataKey: "a"] = "1"
        log[metadataKey: "b"] = "1"
        log.warning("m", metadata: ["b": "2"])
        log.error("n", error: Trouble())
        #expect(lines.all == ["<4>m a=1 b=2", "<3>n a=1 b=1 error=\"no space\""])
    }

    @Test func `each logger has metadata of its own`() {
        let lines = Lines()
        let first = logger(.plain(write: lines.add))
        var second = first
        second[metadataKey: "a"] = "1"
        second.logLevel = .critical
        first.notice("m")
        second.notice("m")
        #expect(lines.all == ["notice: m"])
        #expect(second[metadataKey: "a"] == "1")
        #expect(first[metadataKey: "a"] == nil)
    }

    @Test func `what the journal does not take goes to standard error`() {
        let lines = Lines()
        let sent = Lines()
        let taking = logger(
            .journal(
                send: { fields in
                    sent.add(fields.first?.value ?? "")
                    return true
                },
                write: lines.add
            )
        )
        taking.notice("m", metadata: ["a": "1"])
        #expect(sent.all == ["m a=1"])
        #expect(lines.all.isEmpty)
        let refusing = logger(.journal(send: { _ in false }, write: lines.add))
        refusing.notice("m")
        #expect(lines.all == ["<5>m"])
    }
}
