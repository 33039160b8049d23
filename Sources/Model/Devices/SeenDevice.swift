/// A device that was plugged in at some time, as the ledger remembers it.
package struct SeenDevice: Hashable, Sendable {
    /// What it is known by: its serial number, or what stands for one where it tells none; never
    /// empty.
    package var serial: String
    /// The maker's name; nothing where it is not known.
    package var vendor: String?
    /// The name of the product; nothing where it is not known.
    package var product: String?
    /// How it is read, in one word such as `files`, `mtp` or `omron`; nothing while nobody knows.
    package var how: String?
    /// When it was seen first.
    package var firstSeen: Instant
    /// When it was seen last.
    package var lastSeen: Instant
    /// When it was last read to the end; nothing while it never was.
    package var lastSync: Instant?
    /// How far the last reading came.
    package var state: DeviceState
    /// What was wrong or left out in the last reading, in one or more sentences; nothing when all
    /// was well.
    package var message: String?

    /// Describes a device.
    package init(
        serial: String,
        vendor: String? = nil,
        product: String? = nil,
        how: String? = nil,
        firstSeen: Instant,
        lastSeen: Instant,
        lastSync: Instant? = nil,
        state: DeviceState,
        message: String? = nil
    ) {
        self.serial = serial
        self.vendor = vendor
        self.product = product
        self.how = how
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.lastSync = lastSync
        self.state = state
        self.message = message
    }
}
