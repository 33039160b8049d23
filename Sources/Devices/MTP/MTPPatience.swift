/// How long one operation may wait for the device, and who may end the waiting.
struct MTPPatience {
    /// Milliseconds for one transfer, more than 0.
    let transferMilliseconds: UInt32
    /// When the whole operation must be over, by the clock of the timing.
    let deadline: Int64
    /// That clock.
    let now: () -> Int64
    /// Whether the reading was asked to stop.
    let isStopped: () -> Bool

    /// Makes sure that there is still time and nobody asked to stop.
    ///
    /// - Throws: `stopped`, or `timedOut` past the deadline.
    func check() throws(DeviceError) {
        if isStopped() { throw .stopped }
        if now() > deadline { throw .timedOut("the device sends too slowly to ever finish") }
    }
}
