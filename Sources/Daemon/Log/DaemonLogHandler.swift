import LinuxSystem
package import Logging

/// Writes log entries to the journal, or to standard error where there is none (COMMANDS.md §3).
package struct DaemonLogHandler: LogHandler {
    /// Entries below it are dropped.
    package var logLevel: Logger.Level
    /// Values that go with every entry; those of the entry win.
    package var metadata: Logger.Metadata = [:]
    private let program: String
    private let way: Way

    /// Makes a handler.
    ///
    /// - Parameters:
    ///   - program: the name under which the journal files the entries.
    ///   - level: entries below it are dropped.
    ///   - way: where entries go.
    package init(program: String, level: Logger.Level, way: Way) {
        self.program = program
        logLevel = level
        self.way = way
    }

    /// Where log entries go.
    package enum Way: Sendable {
        /// Lines for people: `notice: text key=value`.
        case plain(write: @Sendable (_ line: String) -> Void)
        /// Lines with the journal's priority in front: `<5>text key=value`.
        case prefixed(write: @Sendable (_ line: String) -> Void)
        /// The journal's own socket; an entry it does not take goes out as a prefixed line.
        case journal(
            send: @Sendable (_ fields: [(name: String, value: String)]) -> Bool,
            write: @Sendable (_ line: String) -> Void
        )

        /// The way of this process: the journal when standard error leads there, priorities when
        /// `JOURNAL_STREAM` is set all the same, else plain lines.
        package static var ofThisProcess: Way {
            let write: @Sendable (String) -> Void = { StandardError.write(line: $0) }
            if JournalSocket.isConnected {
                let socket = JournalSocket()
                return .journal(send: { socket.send(fields: $0) }, write: write)
            }
            let isJournal = Environment.path("JOURNAL_STREAM") != nil
            return isJournal ? .prefixed(write: write) : .plain(write: write)
        }
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var values = metadata
        if let error = event.error { values["error"] = "\(error)" }
        values.merge(event.metadata ?? [:]) { $1 }
        let line = LogLine(
            level: event.level,
            message: event.message.description,
            metadata: values
        )
        switch way {
        case .plain(let write): write(line.plain)
        case .prefixed(let write): write(line.prefixed)
        case .journal(let send, let write):
            if !send(line.fields(identifier: program)) { write(line.prefixed) }
        }
    }
}

/// The log of the whole process.
package enum DaemonLog {
    /// Sends every `Logger` of the process through `DaemonLogHandler`.
    ///
    /// - Parameters:
    ///   - program: the name under which the journal files the entries.
    ///   - level: entries below it are dropped; `notice` is what an operator wants.
    /// - Precondition: called once, before the first logger is made.
    package static func bootstrap(program: String, level: Logger.Level = .notice) {
        let way = DaemonLogHandler.Way.ofThisProcess
        LoggingSystem.bootstrap { _ in
            DaemonLogHandler(program: program, level: level, way: way)
        }
    }

    /// Lets a command say only what goes wrong; the daily lines are the daemon's to tell.
    ///
    /// - Precondition: as above.
    package static func bootstrap(command: String) {
        bootstrap(program: command, level: .warning)
    }
}
