import Synchronization

/// A wish to stop that long work looks at between its steps; once said it stays.
package final class Cancellation: Sendable {
    private let isSaid = Atomic<Bool>(false)

    /// Nothing is to stop yet.
    package init() {}

    /// Asks the work to stop.
    ///
    /// From any queue.
    package func cancel() {
        isSaid.store(true, ordering: .relaxed)
    }

    /// Whether the work is to stop.
    package var isCancelled: Bool { isSaid.load(ordering: .relaxed) }

    /// Ends the work that calls it, when it is to stop.
    ///
    /// - Throws: `Stopped`.
    package func check() throws {
        if isCancelled { throw Stopped() }
    }

    /// The work was to stop; what it had begun is left as it was.
    package struct Stopped: Error, Hashable {}
}
