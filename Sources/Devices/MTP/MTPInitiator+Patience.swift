extension MTPInitiator {
    /// The patience for the next operation.
    var usualPatience: MTPPatience {
        MTPPatience(
            transferMilliseconds: hasAsked
                ? timing.usualMilliseconds : timing.firstMilliseconds,
            deadline: timing.now() &+ timing.operationMilliseconds,
            now: timing.now,
            isStopped: isStopped
        )
    }

    /// The patience for what is done on the way out, which no request to stop ends.
    func briefPatience(transferMilliseconds: UInt32) -> MTPPatience {
        MTPPatience(
            transferMilliseconds: transferMilliseconds,
            deadline: timing.now() &+ 2 * Int64(timing.briefMilliseconds),
            now: timing.now,
            isStopped: { false }
        )
    }
}
