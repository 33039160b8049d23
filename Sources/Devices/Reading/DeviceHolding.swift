/// What an opened device holds for Amble.
package enum DeviceHolding: Sendable {
    /// Files that may be exports, and the session through which they are read. Whoever gets it
    /// closes the session.
    case files(DeviceSession, SearchResult)
    /// The memory of a pedometer, already read to its end.
    case memory(PedometerMemory)
}
