package import Dispatch

/// What the source of device events tells.
package enum DeviceReport: Hashable, Sendable {
    /// Something happened to one device.
    case event(UdevDevice)
    /// All devices that are there now: at the beginning, and after events were lost.
    ///
    /// What is known and not among them is gone.
    case everything([UdevDevice])
}

/// Where news of devices come from; the seam that keeps libudev in one folder.
///
/// Everything is called, and calls back, on the one queue given at the beginning.
package protocol DeviceEvents: AnyObject, Sendable {
    /// Begins; the first full listing and all events come on the queue, none before this returned.
    ///
    /// Listening starts before the listing is made, so nothing falls between the two; the same
    /// device may be told of twice.
    ///
    /// - Throws: when events could never arrive, with what to do about it.
    func begin(
        on queue: DispatchQueue,
        deliver: @escaping @Sendable (DeviceReport) -> Void
    ) throws(DeviceEventsError)

    /// Ends; nothing is delivered afterwards.
    func end()
}
