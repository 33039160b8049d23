package import Dispatch
import Glibc

/// The signals that steer the program, delivered on a queue instead of in the middle of anything.
///
/// While the object lives the signals do nothing else. SIGPIPE is ignored for good: a reader that
/// goes away is an error of the write, not the end of the program.
package final class SignalSources: @unchecked Sendable {
    // @unchecked: the sources are made in init and only cancelled afterwards, which any thread may.

    /// A signal that means something here.
    package enum Signal: CaseIterable, Hashable, Sendable {
        /// SIGTERM: stop, says the system.
        case terminate
        /// SIGINT: stop, says the person at the keyboard.
        case interrupt
        /// SIGHUP: read the configuration again.
        case hangUp

        var number: Int32 {
            switch self {
            case .terminate: SIGTERM
            case .interrupt: SIGINT
            case .hangUp: SIGHUP
            }
        }
    }

    private let sources: [any DispatchSourceSignal]

    /// Begins to listen.
    ///
    /// - Parameters:
    ///   - signals: those to take over.
    ///   - queue: where they are delivered.
    ///   - onSignal: called for each; several of a kind in quick succession may come as one.
    package init(
        _ signals: [Signal] = Signal.allCases,
        queue: DispatchQueue,
        onSignal: @escaping @Sendable (Signal) -> Void
    ) {
        SignalSources.ignoreBrokenPipes()
        sources = signals.map { kind in
            // Dispatch only watches: the signal's own effect has to be turned off first.
            signal(kind.number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: kind.number, queue: queue)
            source.setEventHandler { @Sendable in onSignal(kind) }
            source.activate()
            return source
        }
    }

    deinit {
        cancel()
    }

    /// Ends listening; the signals stay without effect.
    package func cancel() {
        for source in sources { source.cancel() }
    }

    /// Makes writing to a closed pipe an error instead of the end of the program.
    package static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }
}
