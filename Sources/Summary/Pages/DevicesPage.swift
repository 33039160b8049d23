import LinuxSystem
package import Model

/// Every device that is plugged in or was seen, one line each, what is wrong below it:
/// `amble devices`.
package enum DevicesPage {
    /// Writes the page.
    ///
    /// What a device says of itself is escaped: it may be anything.
    /// - Parameters:
    ///   - devices: the devices, in the order wanted.
    ///   - home: the zones in which times are shown.
    ///   - style: how it may look.
    /// - Returns: the lines, without their ends.
    package static func lines(
        _ devices: [DeviceRow],
        home: HomeZones,
        style: PageStyle
    ) -> [String] {
        guard !devices.isEmpty else { return ["No devices."] }
        let clock = HomeClock(home)
        var table = TextTable([.left, .left, .left, .left, .left])
        for device in devices { table.add(cells(device, clock)) }
        return zip(devices, table.lines).flatMap { device, line in
            [line] + remarks(on: device, style)
        }
    }

    private static func cells(_ device: DeviceRow, _ clock: HomeClock) -> [String] {
        [
            name(device), device.serial?.escapingControlCharacters ?? "",
            device.how?.escapingControlCharacters ?? "", state(device), sync(device, clock),
        ]
    }

    private static func name(_ device: DeviceRow) -> String {
        DeviceName(vendor: device.vendor, product: device.product).shown.escapingControlCharacters
    }

    private static func state(_ device: DeviceRow) -> String {
        device.isPresent ? words(for: device.state) : "not plugged in"
    }

    private static func words(for state: DeviceState) -> String {
        switch state {
        case .waiting: "plugged in, not read yet"
        case .reading: "being read"
        case .read: "up to date"
        case .partly: "read in part"
        case .busy: "in use by another program"
        case .forbidden: "not allowed"
        case .unsupported: "cannot be read"
        case .failed: "could not be read"
        }
    }

    private static func sync(_ device: DeviceRow, _ clock: HomeClock) -> String {
        device.lastSync.map { "last sync \(clock.dateAndTime($0))" } ?? "never synced"
    }

    /// What a device that is read in part said is kept for later plug-ins too.
    private static func remarks(on device: DeviceRow, _ style: PageStyle) -> [String] {
        [device.message, device.advice].compactMap { $0 }.filter { !$0.isEmpty }.flatMap {
            style.wrapped($0.escapingControlCharacters, indent: "  ")
        }
    }
}
