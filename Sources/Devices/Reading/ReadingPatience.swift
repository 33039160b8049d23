/// How long a device that could not be read is tried again: a pure value, one for each attachment.
package struct ReadingPatience: Hashable, Sendable {
    private var busy = 0
    private var denied = 0
    private var failures = 0

    /// Waits between tries while another program holds the device.
    ///
    /// Desktops hold a device for some seconds after it appears (USB.md §1.2 c); after that a person
    /// has it open in a window, who may close it much later.
    private static let busyWaits: [Int64] = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000]
    private static let longBusyWait: Int64 = 60_000
    private static let busyTries = 120
    /// Waits for permissions, which udev's rules give a moment after the device appears.
    private static let deniedWaits: [Int64] = [500, 1_500, 5_000]
    /// Waits after answers that came late, garbled or not at all.
    private static let failureWaits: [Int64] = [3_000, 10_000, 30_000]

    /// Nothing was tried yet.
    package init() {}

    /// How many milliseconds to wait before the next try; nothing when another makes no sense before
    /// the device is plugged in again.
    package mutating func wait(after error: DeviceError) -> Int64? {
        switch error {
        case .gone, .stopped, .unsupported:
            return nil
        case .busy:
            defer { busy += 1 }
            guard busy < Self.busyTries else { return nil }
            return busy < Self.busyWaits.count ? Self.busyWaits[busy] : Self.longBusyWait
        case .notPermitted:
            defer { denied += 1 }
            return denied < Self.deniedWaits.count ? Self.deniedWaits[denied] : nil
        case .timedOut, .damaged, .system:
            defer { failures += 1 }
            return failures < Self.failureWaits.count ? Self.failureWaits[failures] : nil
        }
    }
}
