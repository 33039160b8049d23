import Glibc

/// Tells systemd how the service is doing (sd_notify(3)); silent when nobody asked to be told.
///
/// Nothing here fails: a service does its work whether or not somebody listens.
package struct ServiceNotifier: Sendable {
    private let address: DatagramAddress?
    private let watchdogMicroseconds: Int64?

    /// Reads `NOTIFY_SOCKET`, `WATCHDOG_USEC` and `WATCHDOG_PID`.
    package init() {
        self.init(
            socket: Environment.path("NOTIFY_SOCKET"),
            watchdog: Environment.value("WATCHDOG_USEC"),
            watchdogProcess: Environment.value("WATCHDOG_PID")
        )
    }

    init(socket: FilePath?, watchdog: String?, watchdogProcess: String?) {
        address = socket.flatMap { DatagramAddress($0) }
        // WATCHDOG_PID names the process that is meant; without it, it is everybody.
        let isMeant = watchdogProcess.map { Int32($0) == getpid() } ?? true
        let microseconds = watchdog.flatMap { Int64($0) }.flatMap { $0 > 0 ? $0 : nil }
        watchdogMicroseconds = isMeant ? microseconds : nil
    }

    /// Whether somebody is to be told.
    package var isListenedTo: Bool { address != nil }

    /// Milliseconds within which `watchdog` must be called again and again, or nothing when no
    /// watchdog waits; call it at half of that.
    package var watchdogInterval: Int64? { watchdogMicroseconds.map { max(1, $0 / 1000) } }

    /// The service is up, or has reloaded.
    package func ready() { send("READY=1") }

    /// What it does, in one line for a person.
    package func status(_ text: String) { send("STATUS=" + text.escapingControlCharacters) }

    /// The work goes on.
    package func watchdog() { send("WATCHDOG=1") }

    /// The configuration is being read again; `ready` ends it.
    package func reloading() {
        send("RELOADING=1\nMONOTONIC_USEC=\(MonotonicClock.microseconds())")
    }

    /// The service is going down.
    package func stopping() { send("STOPPING=1") }

    private func send(_ message: String) {
        try? address?.send(Array(message.utf8))
    }
}
