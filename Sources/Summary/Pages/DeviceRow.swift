package import Model

/// A device as `amble devices` shows it: what is remembered of it, and what is so at this moment.
package struct DeviceRow: Hashable, Sendable {
    /// The maker's name, where it is known.
    package var vendor: String?
    /// The name of the product, where it is known.
    package var product: String?
    /// What the configuration calls it by, where it tells it.
    package var serial: String?
    /// How it is read, in one word such as `files`, `mtp` or `omron`, where that is known.
    package var how: String?
    /// Whether it is plugged in at this moment.
    package var isPresent: Bool
    /// How far the last reading came.
    package var state: DeviceState
    /// What is wrong or was left out, in sentences without a full stop at the end.
    package var message: String?
    /// What a person can do about it.
    package var advice: String?
    /// When it was last read to the end, if ever.
    package var lastSync: Instant?

    /// Describes a device.
    package init(
        vendor: String? = nil,
        product: String? = nil,
        serial: String? = nil,
        how: String? = nil,
        isPresent: Bool,
        state: DeviceState,
        message: String? = nil,
        advice: String? = nil,
        lastSync: Instant? = nil
    ) {
        self.vendor = vendor
        self.product = product
        self.serial = serial
        self.how = how
        self.isPresent = isPresent
        self.state = state
        self.message = message
        self.advice = advice
        self.lastSync = lastSync
    }

    /// Describes a device out of the ledger.
    package init(_ device: SeenDevice, isPresent: Bool, advice: String? = nil) {
        self.init(
            vendor: device.vendor,
            product: device.product,
            serial: device.serial,
            how: device.how,
            isPresent: isPresent,
            state: device.state,
            message: device.message,
            advice: advice,
            lastSync: device.lastSync
        )
    }
}
